import { describe, expect, it } from '@jest/globals';
import type { Entry, EntryState } from '../outbox/entry.js';
import type { Manifest } from '../shipments/reference.js';
import { expectedManifest } from './expected-manifest.js';

const MANIFEST = 'a'.repeat(64);
const manifest = { manifest: MANIFEST, state: 'draft' } as Manifest;
const refusalOf = (of: string, state: EntryState = 'onDevice', receipt: Entry['receipt'] = null): Entry =>
  ({
    state,
    receipt,
    envelope: { command: { contract: 'Waste', act: 'refuseLoading', payload: { manifest: of } } },
  }) as unknown as Entry;
const weighed: Entry = {
  ...refusalOf(MANIFEST),
  envelope: {
    command: {
      contract: 'Waste',
      act: 'accept',
      payload: { manifest: MANIFEST, drums: [{ verdict: 'missing' }] },
    },
  } as unknown as Entry['envelope'],
};
const saidOf = (act: string, payload: Record<string, unknown>): Entry => ({
  ...refusalOf(MANIFEST),
  envelope: {
    command: {
      ...{ contract: 'Waste', act, payload: { manifest: MANIFEST, ...payload } },
      parties: [{ role: 'giver' }, { role: 'taker', enterprise: 'next' }],
    },
  } as unknown as Entry['envelope'],
});
const receipt = (block: number, outcome: string) => ({ txId: 'c'.repeat(64), block, outcome });

describe('a manifest with what this phone has signed since', () => {
  it.each([
    ['refused here', refusalOf(MANIFEST), 'voided'],
    ['refused here, on the ledger since', refusalOf(MANIFEST, 'onLedger', receipt(8, 'recorded')), 'voided'],
    ['weighed in here, all drums missing', weighed, 'refused'],
    ['departed, as signed here', saidOf('depart', { permit: null }), 'departed'],
    ['another one', refusalOf('b'.repeat(64)), 'draft'],
    ['a dispute', refusalOf(MANIFEST, 'onLedger', receipt(8, 'disputed')), 'draft'],
    ['a refusal that the ledger did not take', refusalOf(MANIFEST, 'refused'), 'draft'],
  ])('%s is %s', (_, entry, state) => {
    expect(expectedManifest(manifest, [entry], 7).state).toBe(state);
  });

  it('goes on with the next carrier and vehicle', () => {
    const moved = expectedManifest(manifest, [saidOf('handOver', { vehicle: 'B-2' })], 7);
    expect(moved).toMatchObject({ state: 'inTransit', carrier: 'next', vehicle: 'B-2' });
  });
});
