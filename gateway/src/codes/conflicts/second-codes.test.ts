/** Second codes of packs on a pharmacy's shelf: found by scan and status, held against what else is said, withdrawn. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { inclusionProofs } from '@yaosu/chaincode/signing/merkle';
import request from 'supertest';
import type { ConflictView } from '../../api/code-conflicts.js';
import { systemPorts } from '../../ports.js';
import { layCodedShelf, type CodedShelf } from '../../story/coded-shelf.js';
import { GTIN, leavesOf } from '../../story/serials.js';
import { newTestGateway, type TestGateway } from '../../testing/test-gateway.js';

const MAKER = 'maker-production';
const PHARMACIST = 'pharmacist';
const RIVAL = 'rival-production';
const INSPECTOR = 'drug-inspector';

const OTHER_GTIN = '06901004000338';
const OTHER_PACK = `01${OTHER_GTIN}21OTHER1`;
const [TRACE, OTHER_TRACE] = ['81234567890123456789', '81234997890123456789'];

describe('second codes', () => {
  let gateway: TestGateway;
  let shelf: CodedShelf;
  let commission: string;
  let proofs: readonly (readonly string[])[];
  beforeAll(async () => {
    gateway = await newTestGateway();
    shelf = await layCodedShelf(gateway.url, systemPorts);
    const { client } = await shelf.stage.as(MAKER);
    const { records } = await client.read('records', {}, { type: 'com', batch: shelf.batch });
    commission = String(records[0]?.value['commission']);
    const { list } = await client.read('commissionList', { commission });
    proofs = inclusionProofs(leavesOf(GTIN, list?.serials ?? []), shelf.serials.length);
  });
  afterAll(() => gateway.remove());

  const codeOf = (index: number): string => packHash(GTIN, shelf.serials[index] ?? '');
  const unit = (index: number) => ({
    batch: shelf.batch,
    commission,
    index,
    proof: [...(proofs[index] ?? [])],
  });
  /** Registers a second code of the pack at a place of the list. @returns its hash */
  const register = async (text: string, index: number): Promise<string> => {
    const { client } = await shelf.stage.as(MAKER);
    const { alias } = await client.call('secondCode', { text });
    await shelf.stage.send(MAKER, codeActs.alias, { alias, code: codeOf(index), unit: unit(index) });
    return alias;
  };
  const withdraw = (alias: string, index: number) =>
    shelf.stage.send(MAKER, codeActs.withdrawAlias, {
      alias,
      code: codeOf(index),
      reason: shelf.stage.digest('printed on other packs'),
    });
  const conflictsOf = async (login: string, query: object = {}): Promise<readonly ConflictView[]> => {
    const { client } = await shelf.stage.as(login);
    return (await client.read('codeConflicts', {}, query)).conflicts;
  };
  const hitsOf = async (login: string, q: string): Promise<readonly string[]> =>
    (await (await shelf.stage.as(login)).client.read('search', {}, { q })).hits.map(({ key }) => key);
  const codesOf = (conflicts: readonly ConflictView[]) =>
    conflicts.map(({ kind, second, other }) => [kind, second.code, other.by]);

  it('are found by a scan as their object is, by who may see it and by nobody else', async () => {
    await register('SHELF-0815', 0);
    for (const login of [MAKER, PHARMACIST])
      expect(await hitsOf(login, 'SHELF-0815')).toEqual([`batch~${shelf.batch}`]);
    expect(await hitsOf(RIVAL, 'SHELF-0815')).toEqual([]);
    expect(await conflictsOf(MAKER)).toEqual([]);
  });

  it('have the status of their pack, until they are withdrawn', async () => {
    const alias = await register(`01${GTIN}21SECOND1`, 1);
    const status = async (serial: string) => {
      const answer = await shelf.stage.guest.read('packStatus', { code: `(01)${GTIN}(21)${serial}` });
      return { ...answer, asOfBlock: 0 };
    };
    expect(await status('SECOND1')).toMatchObject({ status: 'commissioned', unit: null });
    expect(await status('SECOND1')).toEqual(await status(shelf.serials[1] ?? ''));
    await withdraw(alias, 1);
    expect(await status('SECOND1')).toMatchObject({ status: 'notKnown', issuer: null });
    const { client } = await shelf.stage.as(PHARMACIST);
    const ends = await client.read('records', {}, { type: 'aliasend', batch: shelf.batch });
    expect(ends.records.map(({ value }) => [value['alias'], value['enterprise']])).toEqual([
      [alias, (await shelf.stage.as(MAKER)).enterprise],
    ]);
  });

  it('that carry another product than their object, or than another one of it, are in conflict', async () => {
    const { enterprise } = await shelf.stage.as(MAKER);
    const [other, , trace] = [
      await register(OTHER_PACK, 2),
      await register(TRACE, 3),
      await register(OTHER_TRACE, 3),
    ];
    const found = await conflictsOf(MAKER, { kind: 'otherProduct' });
    expect(codesOf(found)).toEqual([
      ['otherProduct', trace, 'alias'],
      ['otherProduct', other, 'object'],
    ]);
    expect(found[1]).toMatchObject({
      object: codeOf(2),
      batches: [shelf.batch],
      second: { key: keyOf('alias', other), enterprise, product: { scheme: 'gtin', value: OTHER_GTIN } },
      other: { key: keyOf('com', shelf.batch, commission), product: { scheme: 'gtin', value: GTIN } },
    });
    const { client } = await shelf.stage.as(MAKER);
    const { record } = await client.read('record', { key: keyOf('alias', other) });
    expect(found[1]?.second).toMatchObject({
      block: record.block,
      txId: record.txId,
      at: record.value['at'],
    });
  });

  it('that are packs of a list themselves are in conflict, and stand for themselves', async () => {
    const alias = await register(`01${GTIN}21${shelf.serials[9] ?? ''}`, 4);
    expect(codesOf(await conflictsOf(MAKER, { kind: 'onAList' }))).toEqual([['onAList', alias, 'list']]);
    // The text is known to who registered it alone, until something happens to the pack.
    expect(await conflictsOf(PHARMACIST, { kind: 'onAList' })).toEqual([]);
    const { site } = (
      await shelf.stage.as(PHARMACIST).then(({ client }) => client.read('stock', {}, { batch: shelf.batch }))
    ).stock[0] ?? { site: '' };
    await shelf.stage.send(PHARMACIST, codeActs.dispense, { unit: alias, ...unit(9), site });
    for (const login of [MAKER, PHARMACIST, INSPECTOR])
      expect(codesOf(await conflictsOf(login, { kind: 'onAList' }))).toEqual([['onAList', alias, 'list']]);
  });

  it('that another firm has captured as things of their own are shown to who may read both', async () => {
    const event = {
      ...{ type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning' },
      epcList: [`https://id.gs1.org/01/${OTHER_GTIN}/21/OTHER1`],
      ...{ eventTime: '2026-10-10T08:00:00.000Z', eventTimeZoneOffset: '+00:00' },
    };
    const document = {
      '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
      ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-20T00:00:00Z' },
      epcisBody: { eventList: [event] },
    };
    const { token, enterprise } = await shelf.stage.as(PHARMACIST);
    const response = await request(gateway.url)
      .post('/epcis/v2/capture')
      .set({ authorization: `Bearer ${token}`, 'content-type': 'application/ld+json' })
      .send(JSON.stringify(document));
    expect(response.status).toBe(202);
    const [found] = await conflictsOf(PHARMACIST, { kind: 'reportedByAnother' });
    expect(found).toMatchObject({ other: { by: 'event', enterprise, key: null } });
    expect(found?.second.product).toBeNull();
    expect(await conflictsOf(MAKER, { kind: 'reportedByAnother' })).toEqual([]);
  });

  it('are listed page by page, and nothing twice', async () => {
    const all = await conflictsOf(MAKER);
    expect(all.length).toBeGreaterThan(2);
    const { client } = await shelf.stage.as(MAKER);
    const paged: ConflictView[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof client.read<'codeConflicts'>>> = await client.read(
        'codeConflicts',
        {},
        { limit: 1, ...(cursor === null ? {} : { cursor }) },
      );
      expect(page.conflicts.length).toBeLessThanOrEqual(1);
      paged.push(...page.conflicts);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    const { matters } = await client.read('waiting', {});
    expect(matters).toContainEqual({ name: 'codeConflicts', count: all.length });
  });

  it('are for nobody else: a rival sees none, an authority needs a purpose', async () => {
    expect(await conflictsOf(RIVAL)).toEqual([]);
    const { client } = await shelf.stage.as(INSPECTOR);
    client.setPurpose(undefined);
    await expect(client.read('codeConflicts', {})).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  it.each([
    ['a kind that is none', { kind: 'none' }],
    ['a place that is none', { cursor: 'somewhere' }],
  ])('%s is refused', async (_, query) => {
    await expect(conflictsOf(MAKER, query)).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  });
});
