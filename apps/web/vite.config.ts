import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { withoutUnusedTokens } from './unused-tokens.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What every page needs: the shared parts without texts (loaded by language), forms and diagram reader. */
const SHELL = [
  /web\/src\/(?:app\/|[\w-]+\.tsx?$)/,
  /web\/src\/ui\/(?!texts\/|form\/)/,
  /web\/src\/process\/(?!chosen-file|diagram-query|live-answer|rename-dialog|retire-dialog|use-kept-form|sentences\/(?!sentence))/,
  /node_modules\/(?:@nl-design-system|@tanstack|clsx|i18next|react|scheduler)/,
];
const inShell = (id: string): boolean => SHELL.some((part) => part.test(id));
const SERVICE = 'http://127.0.0.1:3000';

/**
 * The page is served under a policy without inline script or style, so nothing may be inlined or injected.
 */
export default defineConfig({
  root: here('.'),
  plugins: [react(), withoutUnusedTokens(here('./src/app/design-system.css'), here('./src'))],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs comes in one file: a browser fetches six at a time, and a page's data would wait
    // behind the rest.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shell', test: inShell }] } } },
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': {
        target: SERVICE,
        // The service takes writes from its own address only.
        changeOrigin: true,
        headers: { Origin: SERVICE },
        // The documentation is a page of ours, though its address lies under the API.
        bypass: (request) => (request.url === '/api/v1/docs' ? '/index.html' : undefined),
      },
    },
  },
});
