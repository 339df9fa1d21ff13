/** Lets a browser ask at once for everything that an app begins with, and not step by step as each script names the next. */
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const withImports = (bundle: Bundle, file: string, seen: Set<string>): Set<string> => {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(file)) return seen;
  seen.add(file);
  for (const each of chunk.imports) withImports(bundle, each, seen);
  return seen;
};

/** Names in the page what a module needs that the page's own script loads later. @param module how its path ends */
export const firstScripts = (module: string): Plugin => ({
  name: 'yaosu-first-scripts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const first = Object.values(bundle).find(
        (each) => each.type === 'chunk' && each.facadeModuleId?.endsWith(module),
      );
      if (first === undefined) throw new Error(`no script is made of ${module}`);
      return [...withImports(bundle, first.fileName, new Set())]
        .filter((file) => !html.includes(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
    },
  },
});
