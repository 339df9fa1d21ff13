/** Where a manifest stands once the ledger has what this phone has signed. */
import type { ReceivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { stateAfter } from '@yaosu/chaincode/rules/waste/judge-receipt';
import type { Entry } from '../outbox/entry.js';
import { isNews } from '../outbox/is-news.js';
import type { Manifest } from '../shipments/reference.js';

/** Act of waste → the state that it leads to. */
const RULES: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => Manifest['state']>> = {
  refuseLoading: () => 'voided',
  accept: ({ drums }) => stateAfter(drums as readonly ReceivedDrum[]),
};

/** A manifest whose loading this phone has refused, or which it has weighed in; the same object when there is nothing. */
export const expectedManifest = (manifest: Manifest, entries: readonly Entry[], block: number): Manifest =>
  entries.reduce((before, entry) => {
    const { contract, act, payload } = entry.envelope.command;
    const rule = contract === 'Waste' ? RULES[act] : undefined;
    if (rule === undefined || payload['manifest'] !== manifest.manifest || !isNews(entry, block))
      return before;
    return { ...before, state: rule(payload) };
  }, manifest);
