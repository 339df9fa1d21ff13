import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';
import { compressedCopies } from '../../bin/vite/compressed-copies.js';
import { computedModules, pureConstants } from '../../bin/vite/without-schemas.js';

/** What every page of the phone is made of: few files, since each costs a round trip. */
const FRAME = [
  /node_modules\/(idb|@noble)\/|identity\/src\/keys\/(device-key|key-store|not-signed-error|passkey|signing-key)\.ts/,
  /chaincode\/src\/(signing\/(bytes|canonical-json|command-bytes|plaintext-digest)|model\/kernel\/spoken-code\.ts)/,
  /gateway\/src\/api\/(api-error|client|epcis|epcis-client|error-rules\.computed|paths\.computed|purposes)\.ts/,
  /mobile\/src\/(lib|lock|pages\/page-of|ui\/(?!failure-words))/,
  /mobile\/src\/(outbox\/(attention|db|outbox|policy|send|store|timing)|texts\/(en|texts|words|zh))\.ts/,
];
const isOfFrame = (id: string): boolean => FRAME.some((each) => each.test(id));

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
          groups: [
            { name: 'schemas', test: /node_modules\/zod\// },
            { name: 'frame', test: isOfFrame },
          ],
        },
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
