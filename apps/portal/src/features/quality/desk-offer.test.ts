import { expect, test } from '@jest/globals';
import { DESK_KINDS } from '@yaosu/gateway/api/quality';
import { deskOffer, pathOfKey } from './desk-offer.js';

const BATCH = 'b0'.repeat(32);
const CMD = 'c0'.repeat(32);

test.each([
  ['sample', `qa~${BATCH}~${CMD}`, 'Quality.result', { batch: BATCH, sample: CMD }],
  ['review', `batch~${BATCH}`, 'Quality.review', { batch: BATCH }],
  ['oos', `qa~${BATCH}~${CMD}`, 'Quality.close', { batch: BATCH, record: CMD }],
  ['deviation', `qa~${BATCH}~${CMD}`, 'Quality.close', { batch: BATCH, record: CMD }],
  ['hold', `hold~${BATCH}~${CMD}`, 'Batch.unhold', { batch: BATCH, hold: CMD }],
  ['excursion', `exc~${BATCH}~${CMD}`, 'Telemetry.dispose', { shipment: BATCH, episode: CMD }],
] as const)('%s is ended by its act, with its record filled in', (kind, key, act, fixed) => {
  const offer = deskOffer({ kind, key });
  expect(offer).toMatchObject({ fixed });
  expect(`${offer?.act.contract ?? ''}.${offer?.act.name ?? ''}`).toBe(act);
});

test('a release is looked at before it is signed; every other kind has its form', () => {
  const kinds = DESK_KINDS.filter((kind) => deskOffer({ kind, key: `batch~${BATCH}` }) === undefined);
  expect(kinds).toEqual(['siteRelease', 'marketRelease']);
});

test('a record is found on the page of its batch or shipment', () => {
  expect(pathOfKey(`qa~${BATCH}~${CMD}`)).toBe(`/batches/${BATCH}`);
  expect(pathOfKey(`exc~${CMD}~${BATCH}`)).toBe(`/shipments/${CMD}`);
});
