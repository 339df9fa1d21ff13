/** GS1's resolvers: what the community edition's own tests ask over HTTP, and the linkset examples of the standard. */
import { gs1Linkset, linkset } from '@yaosu/gateway/api/linkset';
import { resolverEntry } from '@yaosu/gateway/api/resolver';
import { LinkIndex } from '@yaosu/gateway/resolver/link-index';
import { resolve, type ResolverAnswer } from '@yaosu/gateway/resolver/resolve';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';

interface HttpCase {
  readonly id: string;
  readonly request: { readonly path: string; readonly headers: Readonly<Record<string, string>> };
  readonly expect: {
    readonly status: number;
    readonly location?: string;
    readonly location_contains?: readonly string[];
    readonly body?: { readonly linkset_length?: number; readonly href?: readonly string[] };
  };
}

const indexOf = (folder: string): LinkIndex => {
  const index = new LinkIndex();
  for (const name of readdirSync(folder).filter((each) => /^test_.*\.json$/.test(each))) {
    for (const entry of [readJson<unknown>(folder, name)].flat()) index.add(resolverEntry.parse(entry));
  }
  return index;
};

const hasBody = (
  body: string,
  { linkset_length: length, href = [] }: NonNullable<HttpCase['expect']['body']>,
) => {
  const { linkset: links } = JSON.parse(body) as { readonly linkset: readonly { readonly href: string }[] };
  const found = links.map((each) => each.href);
  return (length ?? links.length) === links.length && href.every((each) => found.includes(each));
};

const isAsExpected = (answer: ResolverAnswer, expected: HttpCase['expect']): boolean => {
  const location = answer.headers['location'] ?? '';
  return (
    answer.status === expected.status &&
    (expected.location === undefined || location === expected.location) &&
    (expected.location_contains ?? []).every((part) => location.includes(part)) &&
    (expected.body === undefined || hasBody(answer.body ?? '', expected.body))
  );
};

const caseOf = (index: LinkIndex, { id, request, expect }: HttpCase): Case => {
  const headers = new Map(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const asked = {
    url: request.path,
    origin: 'https://id.gs1.org',
    accept: headers.get('accept'),
    languages: headers.get('accept-language'),
  };
  return { id: `${id} ${request.path}`, passes: () => isAsExpected(resolve(index, asked), expect) };
};

export const GS1_RESOLVER: ConformanceSet = {
  name: 'gs1-digital-link/resolver',
  at: 'gs1-digital-link/resolver-ce/http-cases.json',
  cases: (file) => {
    const index = indexOf(join(file, '..'));
    return readJson<{ readonly cases: readonly HttpCase[] }>(file).cases.map((each) => caseOf(index, each));
  },
  leftOut: [],
};

const EXAMPLE = /^(?<verdict>valid|invalid)-(?<kind>basic|gs1)-.*\.json$/;

const exampleCase = (folder: string, name: string): readonly Case[] => {
  const { verdict, kind } = EXAMPLE.exec(name)?.groups ?? {};
  if (verdict === undefined) return [];
  const schema = kind === 'gs1' ? gs1Linkset : linkset;
  const isValid = (): boolean => schema.safeParse(readJson<unknown>(folder, name)).success;
  return [{ id: name, passes: () => isValid() === (verdict === 'valid') }];
};

/** Linksets that our resolver makes of the vectors' entries have to be sound, too. */
const ownCases = (folder: string): readonly Case[] => {
  const index = indexOf(folder);
  const paths = ['/01/09506000134376/10/LOT01/21/S1', '/01/09506000134352', '/8004/0950600013430000001'];
  return paths.map((path) => ({
    id: `own linkset of ${path}`,
    passes: () => {
      const url = `${path}?linkType=linkset`;
      const { body = '' } = resolve(index, { url, origin: 'https://id.gs1.org' });
      return gs1Linkset.safeParse(JSON.parse(body)).success;
    },
  }));
};

export const GS1_LINKSETS: ConformanceSet = {
  name: 'gs1-digital-link/linksets',
  at: 'gs1-digital-link/linkset',
  cases: (folder) => [
    ...readdirSync(folder).flatMap((name) => exampleCase(folder, name)),
    ...ownCases(join(folder, '../resolver-ce')),
  ],
  leftOut: [
    {
      what: 'ExampleLinkset.json',
      why: 'an illustration with comments and creators beside the schema of its folder',
    },
  ],
};
