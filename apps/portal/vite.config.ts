import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedCopies } from '../../bin/vite/compressed-copies.js';
import { computedModules, pureConstants } from '../../bin/vite/without-schemas.js';

const NEARLY_EVERY_PAGE = 24;

export default defineConfig({
  plugins: [computedModules(), pureConstants(), react(), compressedCopies()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What changes with a library only stays in a browser's cache over the portal's own releases.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\//, priority: 2 },
            // What nearly every page has: one file in place of many small ones.
            {
              name: 'common',
              test: /^(?!.*\/(zod|chaincode)\/)/,
              minShareCount: NEARLY_EVERY_PAGE,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
