/** One gateway an organisation: the story across all four, and what each of them has, gives and survives. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import type { DocumentRecord, GrantRecord } from '@yaosu/chaincode/model/document/schemas';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { receiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { newClient } from '@yaosu/gateway/api/client';
import { Neighbours } from '@yaosu/gateway/neighbours/neighbours';
import { QUESTIONS } from '@yaosu/gateway/neighbours/questions';
import { systemPorts } from '@yaosu/gateway/ports';
import type { Submitted } from '@yaosu/gateway/api/client';
import { playStory } from '@yaosu/gateway/story';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { layCodedShelf, type CodedShelf } from '@yaosu/gateway/story/coded-shelf';
import { loadOneLot } from '@yaosu/gateway/story/loaded-lot';
import { signedCommand } from '@yaosu/gateway/story/player';
import { Stage } from '@yaosu/gateway/story/stage';
import { verifyBundle } from '@yaosu/gateway/verify-bundle';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { FourGateways } from '../support/four-gateways.js';
import { freshGln, site } from '../support/payloads.js';
import { statementsBetween } from './statements.js';

const MINUTES = 60_000;
/** Blocks that a gateway misses while it is down; `verify:full` has 2,000. */
const MISSED_BLOCKS = Number(process.env['YAOSU_MISSED_BLOCKS'] ?? 20);
const MAKER: MspId = 'ManufacturerMSP';
const CDMO: MspId = 'CdmoMSP';
const TRADE: MspId = 'LogisticsMSP';
const REGULATOR: MspId = 'RegulatorMSP';
const CLIENT = 'anhe-pharma';
const RIVAL = 'ruikang-pharma';

let four: FourGateways;

beforeAll(async () => {
  four = await FourGateways.start(systemPorts);
}, 3 * MINUTES);
afterAll(() => four.remove(), MINUTES);

const recordsOf = async <T>(mspId: MspId, type: 'grant' | 'doc'): Promise<readonly T[]> => {
  const { db } = four.of(mspId).services;
  const rows = await db.selectFrom('records').select('value').where('type', '=', type).execute();
  return rows.map(({ value }) => value as T);
};

const hostsOf = async (mspId: MspId): Promise<ReadonlyMap<string, string>> => {
  const rows = await four
    .of(mspId)
    .services.db.selectFrom('enterprises')
    .select(['enterprise', 'host_msp'])
    .execute();
  return new Map(rows.map(({ enterprise, host_msp }) => [enterprise, host_msp]));
};

const sitesAt = async (mspId: MspId): Promise<number> => {
  const { db } = four.of(mspId).services;
  const rows = await db.selectFrom('records').select('key').where('type', '=', 'site').execute();
  return rows.length;
};

const txIdOf = (submitted: Submitted | undefined): string | undefined =>
  submitted?.state === 'committed' ? submitted.txId : undefined;

/** Settles when a gateway has what another one has, and no document is awaited there. */
const settled = async (mspId: MspId): Promise<void> => {
  const height = Math.max(...MSP_IDS.map((each) => four.of(each).services.projection.asOfBlock));
  const { projection, exchange } = four.of(mspId).services;
  await projection.reached(height);
  await exchange.idle();
};

describe('four gateways, one an organisation', () => {
  test('let in their own enterprises’ people and nobody else', async () => {
    const client = newClient(four.urls[CDMO]);
    const { logins } = await client.read('demoLogins', {});
    const hosts = await hostsOf(CDMO);
    expect(logins.length).toBeGreaterThan(3);
    expect(logins.filter(({ enterprise }) => hosts.get(enterprise) !== CDMO)).toEqual([]);
    const { publicKey } = await four.of(CDMO).services.serviceKeys.key('nobody');
    await expect(
      client.call('enrol', { login: 'maker-qp', publicKey, kind: 'device' }),
    ).rejects.toMatchObject({ code: 'LOGIN_ELSEWHERE' });
  });

  test(
    'play the story, each actor at its own',
    async () => {
      const { acts } = await playStory({
        url: four.urls[REGULATOR],
        gateways: four.urls,
        ports: systemPorts,
      });
      expect(acts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    },
    5 * MINUTES,
  );

  test('have the documents that grants open to those whom they host, and no others', async () => {
    await Promise.all(MSP_IDS.map(settled));
    const grants = await recordsOf<GrantRecord>(REGULATOR, 'grant');
    const documents = await recordsOf<DocumentRecord>(REGULATOR, 'doc');
    const hosts = await hostsOf(REGULATOR);
    const crossing = grants.filter(({ document, enterprise, withdrawnAt }) => {
      const owner = documents.find((each) => each.document === document)?.owner ?? '';
      return withdrawnAt === null && hosts.get(owner) !== hosts.get(enterprise);
    });
    expect(crossing.length).toBeGreaterThan(3);
    for (const mspId of MSP_IDS) {
      const { vault } = four.of(mspId).services;
      for (const { document, owner, ciphertextDigest, escrows } of documents) {
        const readers = grants
          .filter((each) => each.document === document)
          .map(({ enterprise }) => enterprise);
        for (const enterprise of hosts.keys()) {
          const isReader = enterprise === owner || readers.includes(enterprise);
          const isHere = [hosts.get(enterprise), hosts.get(owner)].includes(mspId);
          expect([enterprise, await vault.has(ciphertextDigest, enterprise)]).toEqual([
            enterprise,
            isReader && isHere,
          ]);
        }
        const isEscrowHere = [REGULATOR, hosts.get(owner)].includes(mspId) && escrows.length > 0;
        expect(await vault.has(ciphertextDigest, 'escrow-drug')).toBe(isEscrowHere);
      }
    }
  });

  test('give a document to nobody but whom it was opened to, and answer others as if there were none', async () => {
    const { services } = four.of(MAKER);
    const documents = await recordsOf<DocumentRecord>(MAKER, 'doc');
    const grants = await recordsOf<GrantRecord>(MAKER, 'grant');
    const opened = grants.find(({ enterprise, document }) => {
      const owner = documents.find((each) => each.document === document)?.owner;
      return enterprise === CLIENT && owner === 'qingtai-cdmo';
    });
    const document = opened?.document ?? '';
    const { path, answer } = QUESTIONS.document;
    const neighbours = new Neighbours(services);
    const ask = async (by: string, reader: { enterprise: string } | { escrow: 'drug' }, id = document) =>
      neighbours.ask(CDMO, {
        path,
        body: { document: id, reader },
        key: await services.serviceKeys.key(by),
        answer,
      });
    expect((await ask(CLIENT, { enterprise: CLIENT })).ciphertext.length).toBeGreaterThan(50);
    const nothing = { code: 'RECORD_NOT_FOUND', details: {} };
    await expect(ask(RIVAL, { enterprise: RIVAL })).rejects.toMatchObject(nothing);
    await expect(ask(RIVAL, { enterprise: CLIENT })).rejects.toMatchObject(nothing);
    await expect(ask(CLIENT, { escrow: 'drug' })).rejects.toMatchObject(nothing);
    await expect(ask(CLIENT, { enterprise: CLIENT }, 'ab'.repeat(32))).rejects.toMatchObject(nothing);
  });

  test('sign one checkpoint together, and a bundle of one proves itself by the others', async () => {
    const { services, url } = four.of(CDMO);
    await Promise.all(MSP_IDS.map(settled));
    await services.checkpoints.make();
    const { latest } = services.checkpoints;
    expect(latest?.checkpoint).toMatchObject({ assurance: 'consortium' });
    expect([...(latest?.checkpoint.cosigners ?? [])].sort()).toEqual([...MSP_IDS].sort());
    const stage = await Stage.open(url, systemPorts, four.urls);
    const { client } = await stage.as('cdmo-qp');
    const { batches } = await client.read('batches', {}, { limit: 1 });
    const { bundle } = await client.read('recordProof', { key: `batch~${batches[0]?.batch ?? ''}` });
    const { trust } = await newClient(four.urls[REGULATOR]).read('trust', {});
    expect(await verifyBundle(canonicalJson(bundle), trust)).toMatchObject({ ok: true });
    expect(MSP_IDS.flatMap((mspId) => four.of(mspId).services.checkpoints.forks)).toEqual([]);
  });

  test('make one hand-over of what two phones report to two of them', async () => {
    const { keeper, handOver } = await loadOneLot(four.urls[REGULATOR], systemPorts, four.urls);
    const stage = await Stage.open(four.urls[REGULATOR], systemPorts, four.urls);
    await Promise.all(MSP_IDS.map(settled));
    const [giver, taker] = [await stage.as(keeper), await stage.as('carrier-driver')];
    expect([giver.url, taker.url]).toEqual([four.urls[MAKER], four.urls[TRADE]]);
    const act = shipmentActs.handOver;
    const envelope = await signedCommand(systemPorts, stage.ledgerId, act, handOver, [giver, taker]);
    const [first, second] = await Promise.all(
      [giver, taker].map(({ client }) => client.submit(act, envelope)),
    );
    expect([first, second].map((each) => each?.state)).toEqual(['committed', 'committed']);
    expect(txIdOf(second)).toBe(txIdOf(first));
  });

  describe('while that of the maker is down', () => {
    let shelf: CodedShelf;
    let before: number;
    beforeAll(async () => {
      shelf = await layCodedShelf(four.urls[REGULATOR], systemPorts, four.urls);
      await Promise.all(MSP_IDS.map(settled));
      before = four.of(MAKER).services.projection.asOfBlock;
      await four.down(MAKER);
    }, 3 * MINUTES);

    test('a pharmacy dispenses by the leaves that its own vault has', async () => {
      const { client } = await shelf.stage.as('pharmacist');
      const { files } = await client.read('leafFiles', {});
      const { document } = files.find(({ batch }) => batch === shelf.batch) ?? { document: '' };
      const { content } = await client.read('document', { id: document });
      const { gtin, commission, packs } = receiverLeaves.parse(content);
      const [pack] = packs;
      const payload = {
        unit: packHash(gtin, pack?.serial ?? ''),
        ...{ batch: shelf.batch, commission, index: pack?.index, proof: pack?.proof },
        site: glnOfSite(FIRM.pharmacy),
      };
      const { block } = await shelf.stage.send('pharmacist', codeActs.dispense, payload);
      expect(block).toBeGreaterThan(before);
    });

    test('the others sign checkpoints without it and say so', async () => {
      const { checkpoints } = four.of(REGULATOR).services;
      await checkpoints.make();
      expect(checkpoints.latest?.checkpoint.cosigners).not.toContain(MAKER);
      expect(checkpoints.latest?.checkpoint.assurance).toBe('consortium');
    });

    test(
      'it has what it missed when it is back, and what was opened to it meanwhile',
      async () => {
        const stage = await Stage.open(four.urls[REGULATOR], systemPorts, {
          ...four.urls,
          [MAKER]: four.urls[REGULATOR],
        });
        for (let block = 0; block < MISSED_BLOCKS; block += 1)
          await stage.send('cdmo-admin', enterpriseActs.addSite, site(FIRM.cdmo, freshGln()));
        const lot = await stage.store('cdmo-production', { note: 'while the client was away' });
        const { document } = lot;
        await stage.send('cdmo-production', documentActs.publish, {
          ...lot,
          kind: 'batchRecord',
          batch: null,
        });
        const grant = await stage.share('cdmo-production', document, CLIENT);
        await stage.send('cdmo-production', documentActs.grant, { ...grant, until: null });
        const { services } = await four.up(MAKER);
        await settled(MAKER);
        expect(services.projection.asOfBlock).toBeGreaterThanOrEqual(before + MISSED_BLOCKS);
        expect(await sitesAt(MAKER)).toBe(await sitesAt(REGULATOR));
        const record = (await recordsOf<DocumentRecord>(MAKER, 'doc')).find(
          (each) => each.document === document,
        );
        expect(await services.vault.has(record?.ciphertextDigest ?? '', CLIENT)).toBe(true);
        const { client } = await (await Stage.open(four.urls[MAKER], systemPorts, four.urls)).as('maker-qp');
        expect((await client.read('document', { id: document })).content).toEqual({
          note: 'while the client was away',
        });
      },
      5 * MINUTES,
    );
  });
});

statementsBetween(() => four);
