// Who may import whom. `npm run lint:imports` checks it; the folders are the layout that these rules keep.

/** Folders of the page that know no page: what is shared lies in them. */
const SHARED = '^apps/web/src/(?:ui|process|panes|canvas)/';
/** The page's folders that are no page of their own. */
const NO_PAGE = 'app|ui|process|panes|canvas';

const everywhere = [
  {
    name: 'no-circular-files',
    comment: 'Two files that need each other are one thing, or a third one is missing.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'sources-not-what-was-built',
    comment: 'What lies in dist/ may be of yesterday; sources import sources.',
    severity: 'error',
    from: { path: '^(?:apps/(?:api|web)|libs)/' },
    to: { path: '^dist/' },
  },
];

const page = [
  {
    name: 'page-shared-parts-know-no-page',
    comment: 'What several pages share knows none of them, nor the frame around them.',
    severity: 'error',
    from: { path: SHARED },
    to: { path: `^apps/web/src/(?!(?:${NO_PAGE.replace('app|', '')})/)[^/]+/|^apps/web/src/app/` },
  },
  {
    name: 'page-foundation-stands-alone',
    comment: 'http.ts, addresses.ts and their like lie under every folder.',
    severity: 'error',
    from: { path: '^apps/web/src/[^/]+$', pathNot: '\\.spec\\.ts$' },
    to: { path: '^apps/web/src/[^/]+/' },
  },
  {
    name: 'page-ui-knows-no-process',
    comment: 'ui/ is small parts for any page.',
    severity: 'error',
    from: { path: '^apps/web/src/ui/' },
    to: { path: '^apps/web/src/[^/]+/', pathNot: '^apps/web/src/ui/' },
  },
  {
    name: 'page-process-knows-no-canvas',
    comment: 'What the page knows of a process is there without a drawing on screen.',
    severity: 'error',
    from: { path: '^apps/web/src/process/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^apps/web/src/(?!process/|ui/)[^/]+/' },
  },
  {
    name: 'page-canvas-stands-alone',
    comment: 'The canvas draws; it knows neither pages nor what is fetched.',
    severity: 'error',
    from: { path: '^apps/web/src/canvas/' },
    to: { path: '^apps/web/src/', pathNot: '^apps/web/src/canvas/' },
  },
  {
    name: 'page-extension-by-its-index',
    comment: 'An extension of the canvas is one folder with one index; no extension needs another.',
    severity: 'error',
    from: { path: '^apps/web/src/canvas/extensions/([^/]+)/', pathNot: '\\.spec\\.ts$' },
    to: {
      path: '^apps/web/src/canvas/(?:extensions/[^/]+/|[^/]+$)',
      pathNot: '^apps/web/src/canvas/extensions/$1/',
    },
  },
  {
    name: 'page-by-its-index',
    comment: 'A page is used by others through its index.ts only.',
    severity: 'error',
    from: { path: '^apps/web/src/([^/]+)/' },
    to: {
      path: `^apps/web/src/(?!(?:${NO_PAGE})/)[^/]+/`,
      pathNot: '^apps/web/src/(?:$1/|[^/]+/index\\.ts$)',
    },
  },
  {
    name: 'page-knows-no-frame',
    comment: 'app/ knows the pages; no page knows app/.',
    severity: 'error',
    from: { path: '^apps/web/src/(?!app/)[^/]+/' },
    to: { path: '^apps/web/src/app/' },
  },
  {
    name: 'page-bpmn-js-in-the-canvas',
    comment: 'Only canvas/ knows the drawing library.',
    severity: 'error',
    from: { path: '^apps/web/src/', pathNot: '^apps/web/src/canvas/|\\.spec\\.ts$' },
    to: { path: '(?:^|node_modules/)(?:bpmn-js|diagram-js)' },
  },
];

const api = [
  {
    name: 'api-platform-knows-no-feature',
    comment: 'The platform stands under every feature: what a feature brings, it registers.',
    severity: 'error',
    from: { path: '^apps/api/src/platform/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^apps/api/src/', pathNot: '^apps/api/src/platform/' },
  },
  {
    name: 'api-platform-knows-no-diagram',
    comment: 'Diagrams are a feature: it says how large one may be, and which sentence tells so.',
    severity: 'error',
    from: { path: '^apps/api/src/platform/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^libs/bpmn/' },
  },
  {
    name: 'api-feature-by-its-index',
    comment: 'A feature is used by others through its index.ts only.',
    severity: 'error',
    from: {
      path: '^apps/api/src/([^/]+)(?:/|$)',
      // One is the list below, the other is generated.
      pathNot: '^apps/api/src/(?:projections|metadata)\\.ts$',
    },
    to: {
      path: '^apps/api/src/(?!platform/)[^/]+/',
      pathNot: '^apps/api/src/(?:$1/|[^/]+/index\\.ts$)',
    },
  },
  {
    name: 'api-projections-by-name',
    comment: 'The list of projections takes them from their files: the index of a feature loads Nest.',
    severity: 'error',
    from: { path: '^apps/api/src/projections\\.ts$' },
    to: {
      path: '^apps/api/src/(?!platform/)[^/]+/',
      pathNot: '(?:\\.projection|/(?:event-history|process-facts)/index)\\.ts$',
    },
  },
  {
    name: 'api-feature-knows-no-frame',
    comment: 'The files beside the folders compose the service; no feature knows them.',
    severity: 'error',
    from: { path: '^apps/api/src/[^/]+/' },
    to: { path: '^apps/api/src/[^/]+$' },
  },
  {
    name: 'api-http-knows-no-log',
    comment: 'Inside the platform, http/ lies lowest: log, projections, writing and policies stand on it.',
    severity: 'error',
    from: { path: '^apps/api/src/platform/http/' },
    to: { path: '^apps/api/src/platform/(?:log|projections|writing|policies)/' },
  },
];

const NO_SPEC = '\\.spec\\.ts$';

const libs = [
  {
    name: 'libs-domain-and-contract-are-pure',
    comment: 'No framework, no database, nothing of Node.',
    severity: 'error',
    from: { path: '^libs/(?:domain|contract)/', pathNot: NO_SPEC },
    to: { pathNot: '^libs/' },
  },
  {
    name: 'libs-bpmn-is-nearly-pure',
    comment: 'Reading diagrams runs in the page as well: an XML parser and a hash are all it needs.',
    severity: 'error',
    from: { path: '^libs/bpmn/', pathNot: NO_SPEC },
    to: { pathNot: '^libs/bpmn/|node_modules/(?:saxes|@noble/hashes)/' },
  },
  {
    name: 'sqlite-in-its-two-rooms',
    comment: 'The embedded log and the read model are all that SQLite is used for.',
    severity: 'error',
    from: { pathNot: `^test/|^libs/event-store/src/sqlite/|^apps/api/src/platform/projections/|${NO_SPEC}` },
    to: { path: '^(?:node:)?sqlite$' },
  },
  {
    name: 'log-server-in-its-adapter',
    comment: 'Only the adapter knows the client of the server that keeps a log.',
    severity: 'error',
    from: { pathNot: `^test/|^libs/event-store/src/eventstoredb/|node_modules|${NO_SPEC}` },
    to: { path: 'node_modules/(?:@eventstore|@grpc)/' },
  },
  {
    name: 'libs-stand-alone',
    comment: 'A lib imports neither an app nor another lib.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^(?:apps/|libs/(?!$1/))' },
  },
  {
    name: 'libs-event-store-knows-no-framework',
    comment: 'Beside Node it needs the client of the log server and two small packages.',
    severity: 'error',
    from: { path: '^libs/event-store/', pathNot: `^libs/event-store/src/contract-tests/|${NO_SPEC}` },
    to: {
      pathNot: '^libs/event-store/|node_modules/(?:@eventstore|@grpc|canonicalize|lru-cache)/',
      dependencyTypesNot: ['core'],
    },
  },
  {
    name: 'libs-by-their-door',
    comment: 'An app imports a lib by its #name, which leads to its index.ts.',
    severity: 'error',
    from: { path: '^apps/' },
    to: { path: '^libs/', dependencyTypesNot: ['aliased-subpath-import'] },
  },
];

const apps = [
  {
    name: 'page-knows-contract-and-diagrams',
    comment: 'The page draws on the diagram reader and the contract alone.',
    severity: 'error',
    from: { path: '^apps/web/' },
    to: { path: '^(?:apps/api/|libs/(?!bpmn/|contract/))' },
  },
  {
    name: 'api-knows-no-page',
    comment: 'The service hands the page out as built files; it imports none of it.',
    severity: 'error',
    from: { path: '^apps/api/' },
    to: { path: '^apps/web/' },
  },
];

export default {
  forbidden: [...everywhere, ...page, ...api, ...libs, ...apps],
  options: {
    doNotFollow: { path: 'node_modules|^dist/' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      conditionNames: ['source', 'import', 'default'],
    },
  },
};
