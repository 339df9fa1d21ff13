import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedCopies } from '../../bin/vite/compressed-copies.js';
import { computedModules, pureConstants } from '../../bin/vite/without-schemas.js';

const NEARLY_EVERY_PAGE = 24;
/** What the frame of every page is made of, and lists with it: few files, since each costs a round trip. */
const FRAME = [
  /node_modules\/(@tanstack|@noble|i18next|react-i18next|@mantine\/hooks|@mantine\/core\/esm\/core)\//,
  /@mantine\/core\/esm\/components\/(ActionIcon|Anchor|Burger|FloatingIndicator|NavLink|Paper|SegmentedControl|TextInput)\//,
  /@mantine\/core\/esm\/components\/(Accordion\/AccordionChevron|Collapse|Title)/,
  /identity\/src\/keys\/|chaincode\/src\/(model\/act-heads|signing\/(bytes|canonical-json|command-bytes))/,
  /portal\/src\/app\/|portal\/src\/features\/(network|session\/(who|session))/,
  /portal\/src\/lib\/(api|is-co-signed|may-act|print-on-white|purpose|query-client|session|toasts|use-pages)\.ts/,
  /portal\/src\/ui\/(batch-name|brand|firm|more-pages|page-head|paged-list|preferences|state|theme)\.tsx?/,
];
const isOfFrame = (id: string): boolean => FRAME.some((each) => each.test(id));

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
            { name: 'frame', test: isOfFrame, priority: 1 },
            // What nearly every page has: one file in place of many small ones.
            {
              name: 'common',
              test: /^(?!.*\/(zod|chaincode)\/)/,
              minShareCount: NEARLY_EVERY_PAGE,
            },
          ],
        },
      },
    },
  },
});
