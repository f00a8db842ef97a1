/** Runs in the copy of the project that holds the mistakes. Without a shell, so it has no blanks. */
const BUILD_SERVICE =
  "node -e require('fs').symlinkSync('../../node_modules','node_modules');" +
  "import('./apps/build.mjs').then(({build})=>build('service'))";

/**
 * The code that carries the guarantees, part by part, and the specs that watch each part. Where a spec starts
 * the built service, `build` makes that; such a spec does not see the mistakes, but has to pass.
 */
export const AREAS = [
  {
    name: 'domain',
    files: ['libs/domain/src/**/*.ts'],
    specs: ['libs/domain/**/*.spec.ts'],
  },
  {
    name: 'event-store',
    files: ['libs/event-store/src/*.ts', 'libs/event-store/src/sqlite/*.ts'],
    specs: ['libs/event-store/**/*.spec.ts'],
  },
  {
    name: 'eventstoredb',
    files: ['libs/event-store/src/eventstoredb/*.ts'],
    specs: [
      'test/eventstoredb/{adapter,adapter-faults,busy-neighbour,causes,opening,positions}.spec.ts',
      'test/eventstoredb/{several-logs,stream-names,subscribing}.spec.ts',
    ],
    build: BUILD_SERVICE,
  },
  {
    name: 'comparing',
    files: ['libs/bpmn/src/compare/**/*.ts'],
    specs: ['libs/bpmn/src/compare/**/*.spec.ts', 'test/compare/*.spec.ts', 'test/merge/*.spec.ts'],
  },
  {
    name: 'merging',
    files: ['libs/bpmn/src/merge/**/*.ts'],
    specs: ['libs/bpmn/src/merge/**/*.spec.ts', 'test/merge/*.spec.ts'],
  },
  {
    name: 'diagrams',
    files: ['libs/bpmn/src/*.ts', 'libs/bpmn/src/xml/*.ts', 'libs/bpmn/src/picture/*.ts'],
    specs: ['libs/bpmn/**/*.spec.ts', 'test/compare/{made,compare,known-pairs}.spec.ts'],
  },
  {
    name: 'projections',
    files: ['apps/api/src/platform/projections/**/*.ts'],
    specs: ['apps/api/src/platform/projections/**/*.spec.ts', 'test/projections/*.spec.ts'],
    // Two of these specs start a thread of the built service.
    build: BUILD_SERVICE,
  },
  {
    name: 'policies',
    files: ['apps/api/src/platform/policies/*.ts'],
    specs: ['apps/api/src/platform/policies/*.spec.ts', 'test/policies/p*.spec.ts'],
  },
  {
    name: 'writing',
    files: ['apps/api/src/platform/writing/*.ts'],
    specs: [
      'apps/api/src/platform/writing/*.spec.ts',
      'test/projections/toy-writing.spec.ts',
      'test/http/{idempotency,knips,merges,order-of-checks,process-writing,stale}.spec.ts',
    ],
  },
  {
    name: 'http',
    files: ['apps/api/src/platform/http/{access,input,problems,protocol,reading,routes}/*.ts'],
    specs: [
      'apps/api/src/platform/**/*.spec.ts',
      'test/http/{access,acting-as,bad-input,entity-tags,file-names,health,history,log}.spec.ts',
      'test/http/{open-api,problem-texts,session,stale,stop,updates}.spec.ts',
    ],
    // One of these specs starts the built service.
    build: BUILD_SERVICE,
  },
  {
    name: 'log-access',
    files: ['apps/api/src/platform/log/*.ts'],
    specs: [
      'apps/api/src/platform/log/*.spec.ts',
      'test/http/{idempotency,log,updates}.spec.ts',
      'test/projections/{log-probe,toy-writing,update-feed}.spec.ts',
    ],
  },
];
