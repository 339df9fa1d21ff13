import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { seenHashOf } from '../api/seen-hash.js';
import { storeDocument } from '../api/store-document.js';
import { sampleBatch } from '../testing/sample-batch.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const SALT = 'b2'.repeat(16);

describe('leaf files', () => {
  let gateway: TestGateway;
  let maker: Actor;
  let pharmacist: Actor;
  let rival: Actor;
  let batch: string;
  let leaves: string;

  const send = async (act: Act, payload: Record<string, unknown>): Promise<void> => {
    await maker.client.submit(act, maker.sign(act, payload, await seenHashOf(maker.client, act, payload)));
  };
  const publish = async (kind: string): Promise<string> => {
    const digests = await storeDocument(maker.client, SALT, { kind });
    await send(documentActs.publish, { ...digests, kind, batch });
    const { document } = digests;
    const { enterprise } = pharmacist;
    const { wrapDigest } = await maker.client.call('shareDocument', { document, enterprise });
    await send(documentActs.grant, { document, enterprise, wrapDigest, until: null });
    return document;
  };
  const filesOf = async ({ client }: Actor) => (await client.read('leafFiles', {})).files;

  beforeAll(async () => {
    gateway = await newTestGateway();
    [maker, pharmacist, rival] = await Promise.all([
      gateway.actor('cdmo-production'),
      gateway.actor('pharmacist'),
      gateway.actor('rival-production'),
    ]);
    const payload = await sampleBatch(maker.client);
    batch = payload.batch;
    await send(batchActs.register, payload);
    leaves = await publish('leafFile');
    await publish('batchRecord');
  });
  afterAll(() => gateway.remove());

  it('are listed for whom they were opened to, and no other document with them', async () => {
    expect(await filesOf(pharmacist)).toEqual([{ document: leaves, batch }]);
    expect(await filesOf(rival)).toEqual([]);
    expect(await filesOf(maker)).toEqual([]);
  });

  it('come page by page', async () => {
    const second = await publish('leafFile');
    const [first, last] = [leaves, second].sort();
    const page = await pharmacist.client.read('leafFiles', {}, { limit: 1 });
    expect(page).toMatchObject({ files: [{ document: first }], next: first });
    const rest = await pharmacist.client.read('leafFiles', {}, { limit: 1, cursor: String(first) });
    expect(rest).toMatchObject({ files: [{ document: last }], next: null });
  });

  it('are gone when the grant is withdrawn', async () => {
    await send(documentActs.withdraw, { document: leaves, enterprise: pharmacist.enterprise });
    expect((await filesOf(pharmacist)).map(({ document }) => document)).not.toContain(leaves);
  });
});
