import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorityActs } from '@yaosu/chaincode/model/authority/acts';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { later } from '@yaosu/chaincode/model/kernel/time';
import request, { type Response } from 'supertest';
import { nowInstant, systemPorts } from '../ports.js';
import { sampleBatch } from '../testing/sample-batch.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { newMovableClock } from '../testing/test-ports.js';

const UNKNOWN = '0'.repeat(64);
const MINUTE_MS = 60_000;

describe('reads of authorities', () => {
  const ports = newMovableClock(systemPorts);
  let gateway: TestGateway;
  let maker: Actor;
  let inspector: Actor;
  let batch: string;
  let identity: string;
  let site: string;

  const get = (actor: Actor, path: string, purpose?: string) => {
    const asked = request(gateway.url).get(path).set('authorization', `Bearer ${actor.token}`);
    return purpose === undefined ? asked : asked.set('yaosu-purpose', purpose);
  };
  const codeOf = async (actor: Actor, path: string, purpose?: string): Promise<unknown> => {
    const response: Response = await get(actor, path, purpose);
    return response.status === 200 ? 200 : (response.body as { code: string }).code;
  };
  const read = () => inspector.client.read('authorityReads', {});

  beforeAll(async () => {
    gateway = await newTestGateway({ ports });
    [maker, inspector] = await Promise.all([
      gateway.actor('cdmo-production'),
      gateway.actor('drug-inspector'),
    ]);
    const payload = await sampleBatch(maker.client);
    batch = payload.batch;
    site = String(payload['site']);
    identity = (payload['identity'] as { document: string }).document;
    await maker.client.submit(batchActs.register, maker.sign(batchActs.register, payload));
  });
  afterAll(() => gateway.remove());

  it.each(['/api/batches/ID', '/api/trail/ID', '/api/records/batch~ID', '/api/records/batch~ID/hash'])(
    '%s needs a purpose, whether it is there or not',
    async (path) => {
      const there = await get(inspector, path.replace('ID', batch));
      const not = await get(inspector, path.replace('ID', UNKNOWN));
      expect([there.status, there.text]).toEqual([403, not.text]);
      expect((there.body as { code: string }).code).toBe('PURPOSE_REQUIRED');
    },
  );

  it.each(['/api/batches', '/api/records?type=man'])('so does the list %s', async (path) => {
    expect(await codeOf(inspector, path)).toBe('PURPOSE_REQUIRED');
    expect(await codeOf(inspector, path, 'inspection')).toBe(200);
  });

  it('what everybody may know, and its own cases, need none', async () => {
    for (const path of [
      '/api/enterprises',
      '/api/records?type=lic',
      '/api/records?type=case',
      '/api/session',
    ])
      expect(await codeOf(inspector, path)).toBe(200);
  });

  it('with a purpose it reads by subject and area, and every read is written', async () => {
    const before = (await read()).chain.entries;
    expect(await codeOf(inspector, `/api/batches/${batch}`, 'inspection')).toBe(200);
    expect(await codeOf(inspector, `/api/trail/${batch}`, 'complaint')).toBe(200);
    const { reads, chain } = await read();
    expect(chain).toMatchObject({ entries: before + 2, brokenAt: null });
    expect(reads.slice(0, 2)).toMatchObject([
      { seq: before + 2, read: 'trail', purpose: 'complaint', case: null, kid: inspector.key.kid },
      { seq: before + 1, read: 'batch', purpose: 'inspection', asked: { id: batch } },
    ]);
  });

  it('with a purpose it reads nothing that is not there, of another subject, or for no reason of the list', async () => {
    const environment = await gateway.actor('environment-inspector');
    expect(await codeOf(inspector, `/api/batches/${UNKNOWN}`, 'inspection')).toBe('BATCH_NOT_FOUND');
    expect(await codeOf(environment, `/api/batches/${batch}`, 'inspection')).toBe('BATCH_NOT_FOUND');
    expect(await codeOf(inspector, `/api/batches/${batch}`, 'curiosity')).toBe('QUERY_INVALID');
  });

  it('a firm that gives a purpose reads what it read before', async () => {
    const rival = await gateway.actor('rival-qp');
    const [plain, pretending] = [
      await get(rival, `/api/batches/${batch}`),
      await get(rival, `/api/batches/${batch}`, 'inspection'),
    ];
    expect([pretending.status, pretending.text]).toEqual([404, plain.text]);
    expect(await codeOf(rival, '/api/authority/reads')).toBe('ROUTE_NOT_FOUND');
  });

  it('by an open case no other purpose is needed, and the case is written down', async () => {
    const opened = 'ca'.repeat(32);
    const payload = {
      case: opened,
      root: batch,
      purpose: 'complaint',
      grounds: UNKNOWN,
      site: { enterprise: maker.enterprise, gln: site },
      parcel: null,
    };
    await inspector.client.submit(authorityActs.openCase, inspector.sign(authorityActs.openCase, payload));
    expect(await codeOf(inspector, `/api/trail/${batch}`)).toBe(200);
    expect((await read()).reads[0]).toMatchObject({ read: 'trail', purpose: 'complaint', case: opened });
  });

  it('a batch is seen by a grant until the grant ends', async () => {
    const buyer = await gateway.actor('maker-qp');
    const owner = await gateway.actor('cdmo-qp');
    const path = `/api/batches/${batch}`;
    expect(await codeOf(buyer, path)).toBe('BATCH_NOT_FOUND');
    const until = later(nowInstant(ports.clock), MINUTE_MS);
    const payload = { document: identity, enterprise: buyer.enterprise, wrapDigest: UNKNOWN, until };
    const { grant } = documentActs;
    const hash = await owner.client.read('recordHash', { key: `grant~${identity}~${buyer.enterprise}` }).then(
      (answer) => answer.hash,
      () => null,
    );
    await owner.client.submit(grant, owner.sign(grant, payload, hash));
    expect([await codeOf(buyer, path), await codeOf(buyer, `/api/records/batch~${batch}`)]).toEqual([
      200, 200,
    ]);
    ports.advance(MINUTE_MS + 1);
    expect(await codeOf(buyer, path)).toBe('BATCH_NOT_FOUND');
    expect(await codeOf(buyer, `/api/records/batch~${batch}`)).toBe('RECORD_NOT_FOUND');
    expect((await buyer.client.read('batches', {})).batches).toEqual([]);
  });
});
