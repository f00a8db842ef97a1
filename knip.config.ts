import type { KnipConfig } from 'knip';

/** What `npm run unused` takes for a beginning; whatever none of these leads to is unused. */
const config: KnipConfig = {
  entry: [
    'apps/api/src/{main,rebuild,write-access-page}.ts',
    'apps/api/src/log.ts',
    'apps/api/src/**/*worker.ts',
    // A test reads the texts in all of them.
    'apps/api/src/**/*.problems.ts',
    'apps/web/src/app/main.tsx',
    'apps/web/vite.config.ts',
    'docker/*.mjs',
    'test/**/*.mjs',
  ],
  project: ['{apps,libs,test,docker}/**/*.{ts,tsx,mts,mjs,css}'],
  ignore: ['**/*.d.mts', 'test/bench/peers/**', 'test/mutation/**'],
  // Also of the doors of the libs: what nobody takes there is no part of a door.
  includeEntryExports: true,
  ignoreIssues: {
    // It is generated.
    'libs/contract/src/*': ['types'],
    // A program loads them by their names.
    'apps/api/src/**/*.problems.ts': ['exports'],
    'test/**/*.mjs': ['exports'],
    'apps/web/vite.config.ts': ['exports'],
  },
  // Part of Linux.
  ignoreBinaries: ['unshare'],
  compilers: {
    css: (text) => [...text.matchAll(/@import ['"][^'"]+['"]/g)].map(([line]) => line.slice(1)).join('\n'),
  },
};

export default config;
