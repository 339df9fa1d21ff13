import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';
import { compressedCopies } from '../../bin/vite/compressed-copies.js';
import { computedModules, pureConstants } from '../../bin/vite/without-schemas.js';

/** Lists the built files in the service worker, so that the app opens without a network. */
const offlineShell = (): Plugin => ({
  name: 'yaosu-offline-shell',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = Object.keys(bundle).filter((file) => file !== 'sw.js' && !file.endsWith('.map'));
    const shell = ['./', ...files, 'icon.svg', 'manifest.webmanifest'];
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') throw new Error('the service worker was not built');
    const version = createHash('sha256').update(JSON.stringify(shell)).digest('hex').slice(0, 16);
    worker.code = worker.code
      .replace(/(["'`])__SHELL__\1/, JSON.stringify(shell))
      .replace('__VERSION__', version);
  },
});

export default defineConfig({
  base: '/m/',
  plugins: [computedModules(), pureConstants(), offlineShell(), compressedCopies()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', sw: 'src/worker/sw.ts' },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'schemas', test: /node_modules\/zod\// }],
        },
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
