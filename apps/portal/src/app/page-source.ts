/** Pages whose scripts are fetched when they are needed. This module has no library in it: the first page is asked for by it. */
import type { ComponentType } from 'react';

/** A page and where its script comes from. */
export interface PageSource {
  /** As the router writes it: `:name` stands for any one part. */
  readonly path: string;
  /** Fetches the script, once for all who ask. */
  readonly load: () => Promise<ComponentType>;
  /** The page once its script is here: it is then drawn without a wait. */
  readonly here: () => ComponentType | undefined;
}

/** A page that is fetched by a function. */
export const page = (path: string, fetchPage: () => Promise<ComponentType>): PageSource => {
  let here: ComponentType | undefined;
  return { path, load: async () => (here ??= await fetchPage()), here: () => here };
};

const partsOf = (path: string): readonly string[] => path.split('/').filter((part) => part !== '');

const isAt = (pathname: string, { path }: PageSource): boolean => {
  const asked = partsOf(pathname);
  const parts = partsOf(path);
  return (
    parts.length === asked.length && parts.every((part, at) => part.startsWith(':') || part === asked[at])
  );
};

/** The page of an address; one that names it in full goes before one with a part that may be anything. */
export const pageAt = (pathname: string, pages: readonly PageSource[]): PageSource | undefined =>
  pages.find(({ path }) => path === pathname) ?? pages.find((each) => isAt(pathname, each));
