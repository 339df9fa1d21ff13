/** Styles of the components that an app has, beside their scripts: no page waits for those of others. */
import type { Plugin } from 'vite';

const NAMES_OF_CLASSES = /\/@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/;

/** Brings each Mantine component's own style sheet into the bundle with it. */
export const usedStyles = (): Plugin => ({
  name: 'yaosu-used-styles',
  transform(code, id) {
    const name = NAMES_OF_CLASSES.exec(id)?.[1];
    return name === undefined
      ? undefined
      : { code: `import '@mantine/core/styles/${name}.css';\n${code}`, map: null };
  },
});
