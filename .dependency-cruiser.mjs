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

export default {
  forbidden: [...everywhere, ...page],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
