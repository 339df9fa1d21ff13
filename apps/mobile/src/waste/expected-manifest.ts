/** Where a manifest stands once the ledger has what this phone has signed. */
import type { Party } from '@yaosu/chaincode/model/kernel/command';
import type { ReceivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { stateAfter } from '@yaosu/chaincode/rules/waste/judge-receipt';
import type { Entry } from '../outbox/entry.js';
import { isNews } from '../outbox/is-news.js';
import type { Manifest } from '../shipments/reference.js';

type Rule = (payload: Readonly<Record<string, unknown>>, parties: readonly Party[]) => Partial<Manifest>;

/** Act of waste → what it leads to. */
const RULES: Readonly<Record<string, Rule>> = {
  refuseLoading: () => ({ state: 'voided' }),
  depart: () => ({ state: 'departed' }),
  handOver: ({ vehicle }, parties) => ({
    state: 'inTransit',
    vehicle: String(vehicle),
    carrier: parties.find(({ role }) => role === 'taker')?.enterprise ?? '',
  }),
  accept: ({ drums }) => ({ state: stateAfter(drums as readonly ReceivedDrum[]) }),
};

/** A manifest after what this phone has signed about it; the same object when there is nothing. */
export const expectedManifest = (manifest: Manifest, entries: readonly Entry[], block: number): Manifest =>
  entries.reduce((before, entry) => {
    const { contract, act, payload, parties } = entry.envelope.command;
    const rule = contract === 'Waste' ? RULES[act] : undefined;
    if (rule === undefined || payload['manifest'] !== manifest.manifest || !isNews(entry, block))
      return before;
    return { ...before, ...rule(payload, parties) };
  }, manifest);
