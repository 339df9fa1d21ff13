import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { commandPath } from '../api/client.js';
import { READS, type ReadName } from '../api/reads.js';
import { storeDocument } from '../api/store-document.js';
import { sampleBatch } from '../testing/sample-batch.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const SALT = 'a1'.repeat(16);
/** Reads that need goods on their way, a task, an authority or a waiting command; the story asks them. */
const OF_GOODS: readonly ReadName[] = [
  'operation',
  'recall',
  'recallProof',
  'bill',
  'identifier',
  'readings',
  'commissionList',
  'task',
  'taskTerms',
  'authorityReads',
];

const QUERIES: Partial<Record<ReadName, object>> = { records: { type: 'ship' }, search: { q: 'API' } };

describe('reads', () => {
  let gateway: TestGateway;
  let cdmo: Actor;
  let rival: Actor;
  beforeAll(async () => {
    gateway = await newTestGateway();
    [cdmo, rival] = await Promise.all([gateway.actor('cdmo-production'), gateway.actor('rival-production')]);
  });
  afterAll(() => gateway.remove());

  it('are answered as their own document describes', async () => {
    const payload = await sampleBatch(cdmo.client);
    const { batch } = payload;
    await cdmo.client.submit(batchActs.register, cdmo.sign(batchActs.register, payload));
    const { batch: view } = await cdmo.client.read('batch', { id: batch });
    const { plaintextDigest: digest } = await storeDocument(cdmo.client, SALT, { text: 'why' });
    const params: Partial<Record<ReadName, object>> = {
      enterprise: { id: cdmo.enterprise },
      enterpriseKeys: { id: cdmo.enterprise },
      batch: { id: batch },
      batchIdentity: { id: batch },
      recordHash: { key: `batch~${batch}` },
      record: { key: `batch~${batch}` },
      recordProof: { key: `batch~${batch}` },
      trailProof: { id: batch },
      document: { id: view.identity },
      trail: { id: batch },
      transaction: { txId: view.txId },
      statement: { digest },
      packStatus: { code: '(01)06901004000215(21)ABCDEFGHJKLM' },
    };
    for (const name of (Object.keys(READS) as ReadName[]).filter((each) => !OF_GOODS.includes(each))) {
      const query = QUERIES[name] ?? {};
      const answer = await cdmo.client.read(name, (params[name] ?? {}) as never, query);
      expect(READS[name].response.safeParse(answer)).toMatchObject({ success: true });
    }
    const document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as {
      readonly paths: Record<string, unknown>;
    };
    expect(document.paths).toHaveProperty([commandPath(batchActs.register)]);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(Object.values(READS).map(({ path }) => path)),
    );
  });

  it('open words to the enterprise that wrote them alone', async () => {
    const { plaintextDigest: digest } = await storeDocument(cdmo.client, SALT, { text: 'why' });
    expect(await cdmo.client.read('statement', { digest })).toMatchObject({ content: { text: 'why' } });
    const foreign = rival.client.read('statement', { digest });
    await expect(foreign).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
  });
});
