// Builds the canvas without the page around it, for tests of what the editor does to a drawing.
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    lib: {
      entry: 'canvas-alone.entry.mjs',
      formats: ['iife'],
      name: 'canvasAlone',
      fileName: () => 'canvas.js',
    },
    minify: false,
    reportCompressedSize: false,
  },
});
