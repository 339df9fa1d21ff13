/** Where a manifest stands once the ledger has what this phone has signed. */
import type { Entry } from '../outbox/entry.js';
import { isNews } from '../outbox/is-news.js';
import type { Manifest } from '../shipments/reference.js';

const isRefusalOf = ({ envelope }: Entry, manifest: string): boolean => {
  const { contract, act, payload } = envelope.command;
  return contract === 'Waste' && act === 'refuseLoading' && payload['manifest'] === manifest;
};

/** A manifest whose loading this phone has refused is void; the same object when there is nothing. */
export const expectedManifest = (manifest: Manifest, entries: readonly Entry[], block: number): Manifest =>
  entries.some((entry) => isRefusalOf(entry, manifest.manifest) && isNews(entry, block))
    ? { ...manifest, state: 'voided' }
    : manifest;
