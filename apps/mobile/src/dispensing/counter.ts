/** The counter that this phone stands at: one of the firm's own sites, chosen once. */
import { api } from '../lib/api.js';
import { remember, remembered } from '../lib/memory.js';

/** A site of the own firm. */
export interface Site {
  readonly gln: string;
  readonly name: string;
}

/** The firm's sites, and which of them this is; '' until somebody has said so. */
export interface Counter {
  readonly sites: readonly Site[];
  readonly site: string;
}

const sitesOf = (enterprise: string): string => `sites/${enterprise}`;
const siteOf = (enterprise: string): string => `site/${enterprise}`;

/** What is known here; with one site there is nothing to choose. */
export const knownCounter = async (enterprise: string): Promise<Counter> => {
  const sites = await remembered<readonly Site[]>(sitesOf(enterprise), []);
  const chosen = await remembered(siteOf(enterprise), '');
  const [only] = sites;
  return { sites, site: sites.length === 1 ? (only?.gln ?? '') : chosen };
};

/** Remembers where this phone stands. */
export const chooseSite = (enterprise: string, gln: string): Promise<void> =>
  remember(siteOf(enterprise), gln);

/** Reads the firm's sites anew. @throws ApiError, or TypeError without signal */
export const refreshCounter = async (enterprise: string): Promise<void> => {
  const { sites } = await api.read('enterprise', { id: enterprise });
  await remember(
    sitesOf(enterprise),
    sites.map(({ gln, name }) => ({ gln, name })),
  );
};
