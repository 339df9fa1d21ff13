import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedCopies } from '../../bin/vite/compressed-copies.js';
import { firstScripts } from '../../bin/vite/first-scripts.js';
import { usedStyles } from '../../bin/vite/used-styles.js';
import { computedModules, pureConstants } from '../../bin/vite/without-schemas.js';

const NEARLY_EVERY_PAGE = 24;

const anyOf =
  (...patterns: readonly RegExp[]): ((id: string) => boolean) =>
  (id) =>
    patterns.some((each) => each.test(id));

/** Whether a module asks for everything else; no library is among them. */
const isFirst = anyOf(
  /preload-helper/,
  /\/portal\/src\/app\/(pages|page-source|load-page)\.ts$/,
  /\/portal\/src\/lib\/(language|stored-login|invitation-link)\.ts$/,
);

/** Whether the rest is built on a module that itself is built on nothing but others of these: groups in a circle would not start. */
const isBase = anyOf(
  /\/node_modules\/(@tanstack|i18next|react-i18next|use-sync-external-store|clsx|@noble)\//,
  /\/@mantine\/core\/esm\/core\//,
  /\/@mantine\/hooks\/esm\/(utils|use-(callback-ref|color-scheme|id|isomorphic-effect|media-query|merged-ref|mounted|mutation-observer|reduced-motion|uncontrolled))\//,
  /\/chaincode\/src\/signing\/(bytes|canonical-json|command-bytes|new-command)\.ts$/,
  /\/chaincode\/src\/model\/(act-heads\.computed|kernel\/keys|authority\/purposes)\.ts$/,
  /\/gateway\/src\/api\/(api-error|signed-challenge|browser\/(device-session|own-login))\.ts$/,
  /\/identity\/src\/keys\/(device-key|key-store|not-signed-error|passkey|signing-key)\.ts$/,
  /\/portal\/src\/lib\/(i18n|query-client|toasts)\.ts$/,
);

/** Whether a module is drawn around pages, and by few of them. */
const isFrame = anyOf(
  /\/@mantine\/core\/(esm\/components|styles)\/(ActionIcon|Burger|Collapse|Container|FloatingIndicator|NavLink|Overlay|SegmentedControl|TextInput)[/.]/,
  /\/(AccordionChevron|to-int)\.mjs$|\/@mantine\/hooks\/esm\/use-(collapse|disclosure|shallow-effect|timeout)\//,
  /\/portal\/src\/(app\/providers|ui\/(brand|preferences|theme))\.tsx?$/,
);

export default defineConfig({
  plugins: [
    computedModules(),
    pureConstants(),
    usedStyles(),
    react(),
    firstScripts('/app/start.tsx'),
    compressedCopies(),
  ],
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
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\//, priority: 4 },
            { name: 'first', test: isFirst, priority: 4 },
            { name: 'base', test: isBase, priority: 3 },
            // What nearly every page has: one file in place of many small ones.
            {
              name: 'common',
              test: /^(?!.*\/(zod|chaincode)\/)/,
              minShareCount: NEARLY_EVERY_PAGE,
              priority: 2,
            },
            { name: 'frame', test: isFrame, priority: 1 },
          ],
        },
      },
    },
  },
});
