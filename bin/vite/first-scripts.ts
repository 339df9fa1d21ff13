/** Lets a browser ask at once for everything that an app begins with, and not step by step as each names the next. */
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

const withImports = (bundle: Bundle, file: string, seen: Set<string>): Set<string> => {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || seen.has(file)) return seen;
  seen.add(file);
  for (const each of chunk.imports) withImports(bundle, each, seen);
  return seen;
};

const stylesOf = (bundle: Bundle, file: string): readonly string[] => {
  const chunk = bundle[file];
  return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
};

const link = (file: string, attrs: { readonly rel: string }) => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true, href: `/${file}` },
  injectTo: 'head' as const,
});

/** Names in the page the scripts and styles that a module needs that the page's own script loads later. @param module how its path ends */
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
      const chunks = [...withImports(bundle, first.fileName, new Set())];
      const scripts = chunks.map((href) => link(href, { rel: 'modulepreload' }));
      const styles = chunks
        .flatMap((each) => stylesOf(bundle, each))
        .map((href) => link(href, { rel: 'stylesheet' }));
      return [...styles, ...scripts].filter(({ attrs }) => !html.includes(attrs.href));
    },
  },
});
