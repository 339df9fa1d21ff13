/** Returned packs as a wholesaler's verification service asks for them (GS1 Lightweight Messaging Standard 1.1). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { inclusionProofs } from '@yaosu/chaincode/signing/merkle';
import { FIRM, glnOfSite } from '../story/cast.js';
import { systemPorts } from '../ports.js';
import { lotOfRun } from '../story/batches.js';
import { layCodedShelf, type CodedShelf } from '../story/coded-shelf.js';
import { GTIN, leavesOf } from '../story/serials.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

const PHARMACIST = 'pharmacist';
const QUALITY = 'maker-qm';
const UUID = '21EC2020-3AEA-4069-A2DD-08002B30309D';
const REQUESTOR = '0321012345676';
const PACK = { gtin: GTIN, lot: '', ser: '' };
const QUERY = {
  exp: '',
  linkType: 'verificationService',
  context: 'dscsaSaleableReturn',
  reqGLN: REQUESTOR,
  corrUUID: UUID,
};

type Asked = Partial<typeof PACK & typeof QUERY>;

describe('a verification service', () => {
  let gateway: TestGateway;
  let shelf: CodedShelf;
  let right: typeof PACK & typeof QUERY;
  let commission: string;
  let proofs: readonly (readonly string[])[];

  beforeAll(async () => {
    gateway = await newTestGateway();
    shelf = await layCodedShelf(gateway.url, systemPorts);
    const { client } = await shelf.stage.as('maker-production');
    const { records } = await client.read('records', {}, { type: 'com', batch: shelf.batch });
    commission = String(records[0]?.value['commission']);
    const { list } = await client.read('commissionList', { commission });
    proofs = inclusionProofs(leavesOf(GTIN, list?.serials ?? []), shelf.serials.length);
    const { batch } = await client.read('batch', { id: shelf.batch });
    right = {
      ...{ ...PACK, ...QUERY },
      lot: lotOfRun(shelf.stage, 'AH-3101'),
      ser: shelf.serials[0] ?? '',
      exp: batch.usableUntil.slice(2).replaceAll('-', ''),
    };
  });
  afterAll(() => gateway.remove());

  const ask = (asked: Asked = {}): Promise<Response> => {
    const { gtin, lot, ser, ...query } = { ...right, ...asked };
    const path = [gtin, 'lot', lot, 'ser', ser].map(encodeURIComponent).join('/');
    return fetch(`${gateway.url}/verify/gtin/${path}?${new URLSearchParams(query).toString()}`);
  };
  const verdictOf = async (asked: Asked = {}): Promise<unknown> =>
    ((await (await ask(asked)).json()) as { data: unknown }).data;
  const no = (verificationFailureReason: string, additionalInfo?: string) => ({
    verified: false,
    verificationFailureReason,
    ...(additionalInfo && { additionalInfo }),
  });
  const unit = (index: number) => ({
    unit: packHash(GTIN, shelf.serials[index] ?? ''),
    ...{ batch: shelf.batch, commission, index, proof: [...(proofs[index] ?? [])] },
    site: glnOfSite(FIRM.pharmacy),
  });

  it('verifies a pack that went out, for the very question that was asked', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({
      verificationTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      responderGLN: glnOfSite(FIRM.maker),
      data: { verified: true },
      corrUUID: UUID,
    });
  });

  it('takes GTINs of fewer digits and ignores what it does not know', async () => {
    const { lot, ser, gtin, ...query } = right;
    const asked = new URLSearchParams({ ...query, colour: 'green' }).toString();
    const answer = await fetch(`${gateway.url}/verify/gtin/${gtin.slice(1)}/lot/${lot}/ser/${ser}?${asked}`);
    expect(await answer.json()).toMatchObject({ data: { verified: true } });
  });

  it('is found by a Digital Link, which leads whoever asks for this service to it', async () => {
    const { gtin, lot, ser, exp, ...query } = right;
    const path = `/01/${gtin}/10/${encodeURIComponent(lot)}/21/${ser}`;
    const asked = new URLSearchParams({ '17': exp, ...query }).toString();
    const answer = await fetch(`${gateway.url}${path}?${asked}`);
    expect(answer.redirected).toBe(true);
    expect(await answer.json()).toMatchObject({ data: { verified: true }, corrUUID: UUID });
  });

  it('is not what a link without a lot leads to, nor what nobody asks for', async () => {
    const { gtin, lot, ser } = right;
    const to = async (path: string): Promise<number | string | null> => {
      const answer = await fetch(gateway.url + path, { redirect: 'manual' });
      return answer.headers.get('location') ?? answer.status;
    };
    expect(await to(`/01/${gtin}/21/${ser}?linkType=verificationService`)).toBe(404);
    const whole = `/01/${gtin}/10/${encodeURIComponent(lot)}/21/${ser}`;
    expect(await to(whole)).toContain('?lang=');
  });

  it.each<[string, Asked, string]>([
    ['a serial that nobody issued', { ser: 'ABCDEFGHJKLM' }, 'No_match_GTIN_Serial'],
    ['another lot', { lot: 'AH-0000' }, 'No_match_GTIN_Serial_Lot'],
    ['another day', { exp: '200101' }, 'No_match_GTIN_Serial_Expiry'],
    ['both', { lot: 'AH-0000', exp: '200101' }, 'No_match_GTIN_Serial_Lot_Expiry'],
  ])('says what does not match: %s', async (_what, asked, reason) => {
    expect(await verdictOf(asked)).toEqual(no(reason));
  });

  it('does not tell a serial that was printed but not used from one that nobody issued', async () => {
    const { client } = await shelf.stage.as('maker-production');
    const { list } = await client.read('commissionList', { commission });
    const wanted = { gtin: GTIN, firstBlock: 0, blocks: 1, count: 1_000 };
    const { serials } = await client.call('codeList', wanted);
    const unused = serials.find((serial) => !(list?.serials ?? []).includes(serial));
    expect(await verdictOf({ ser: unused ?? '' })).toEqual(no('No_match_GTIN_Serial'));
  });

  it('does not verify what may not be sold, and says no more than that', async () => {
    const placed = { batch: shelf.batch, reason: shelf.stage.digest('complaint'), parcel: null };
    const { cmd: hold } = await shelf.stage.send(QUALITY, batchActs.hold, placed);
    expect(await verdictOf()).toEqual(no('Manufacturer_policy'));
    expect(await verdictOf({ lot: 'AH-0000' })).toEqual(no('No_match_GTIN_Serial_Lot'));
    await shelf.stage.send(QUALITY, batchActs.unhold, { batch: shelf.batch, hold });
    expect(await verdictOf()).toEqual({ verified: true });
  });

  it('suspects a pack that was dispensed, until that was reversed', async () => {
    const ser = shelf.serials[1] ?? '';
    await shelf.stage.send(PHARMACIST, codeActs.dispense, unit(1));
    expect(await verdictOf({ ser })).toEqual(no('Not_for_re-distribution', 'Suspect'));
    expect(await verdictOf()).toEqual({ verified: true });
  });

  it.each<[string, Asked]>([
    ['a wrong check digit', { gtin: '06901004000216' }],
    ['no day', { exp: '261332' }],
    ['another service', { linkType: 'pip' }],
    ['another context', { context: 'curiosity' }],
    ['a requestor that cannot be', { reqGLN: '0321012345677' }],
    ['a UUID of another version', { corrUUID: '21ec2020-3aea-1069-a2dd-08002b30309d' }],
    ['no UUID', { corrUUID: '' }],
    ['a serial that is too long', { ser: 'A'.repeat(21) }],
  ])('refuses %s', async (_what, asked) => {
    const response = await ask(asked);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'QUERY_INVALID' });
  });

  const connect = (gtin: string, reqGLN = REQUESTOR): Promise<Response> =>
    fetch(`${gateway.url}/checkConnectivity?gtin=${gtin}&reqGLN=${reqGLN}`);

  it('tells who answers for a GTIN', async () => {
    expect(await (await connect(GTIN)).json()).toEqual({ responderGLN: glnOfSite(FIRM.maker) });
  });

  it('has no answer for GTINs of others', async () => {
    const foreign = '06999999000013';
    for (const response of [await connect(foreign), await ask({ gtin: foreign })]) {
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'RESPONDER_UNKNOWN' });
    }
    expect((await connect(GTIN, '1')).status).toBe(400);
  });
});
