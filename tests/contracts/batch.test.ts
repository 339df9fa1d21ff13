import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { SUPPLIER_GLN } from '../support/cast.js';
import { batchPayload, digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { register } = ACTS.Batch;

describe('registering a batch', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  const send = (payload: Record<string, unknown>): Promise<string> =>
    stage.send('makerProduction', register, payload);

  const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['made by another', { manufacturer: 'rival' }, 'ENTERPRISE_FOREIGN'],
    ['at a site that is not its own', { site: SUPPLIER_GLN }, 'SITE_NOT_FOUND'],
    ['packed without a holder', { kind: 'packed' }, 'ROLE_NOT_HELD'],
    ['for a holder that is none', { kind: 'packed', mah: 'supplier' }, 'ROLE_NOT_HELD'],
    ['made next year', { manufactured: '2048-12-01', usableUntil: '2049-12-01' }, 'BATCH_DATE_WRONG'],
    ['usable until before it was made', { usableUntil: '2026-10-31' }, 'BATCH_DATE_WRONG'],
    ['on a day that is none', { manufactured: '2026-02-30' }, 'INPUT_INVALID'],
    ['of a kind that is none', { kind: 'pill' }, 'INPUT_INVALID'],
    ['with an id that could be read', { batch: 'LOT-1' }, 'INPUT_INVALID'],
  ];
  test.each(refusals)('%s is refused', async (_, change, code) => {
    expect(await send(batchPayload(change))).toBe(code);
  });

  test.each([
    ['another key', [{ subject: 'drug', keyId: digest('other'), wrapDigest: digest('w') }], 'ESCROW_MISSING'],
    [
      'another subject',
      [{ subject: 'health', keyId: digest('other'), wrapDigest: digest('w') }],
      'ESCROW_MISSING',
    ],
    ['nobody', [], 'INPUT_INVALID'],
  ])('with a key wrap for %s is refused', async (_, escrows, code) => {
    const payload = batchPayload();
    const identity = { ...(payload['identity'] as object), escrows };
    expect(await send({ ...payload, identity })).toBe(code);
  });

  test('is done once, and a document names one batch', async () => {
    const payload = batchPayload();
    expect(await send(payload)).toBe('VALID');
    expect(await send(payload)).toBe('BATCH_EXISTS');
    expect(await send(batchPayload({ identity: payload['identity'] }))).toBe('DOCUMENT_EXISTS');
  });

  test('packed with its holder is VALID', async () => {
    expect(await send(batchPayload({ kind: 'packed', mah: 'maker' }))).toBe('VALID');
  });
});
