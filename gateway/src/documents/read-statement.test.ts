import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { incidentActs } from '@yaosu/chaincode/model/incident/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { systemPorts } from '../ports.js';
import { layColdLot, sendColdLot } from '../story/cold-lot.js';
import { sendDrums } from '../story/drums-on-the-road.js';
import type { Stage } from '../story/stage.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';

const UNKNOWN = '0'.repeat(64);
const CARRIER = 'jiezhou-coldchain';

interface Written {
  readonly record: string;
  readonly digest: string;
}

describe('what was written as evidence', () => {
  let gateway: TestGateway;
  let stage: Stage;
  let onShipment: Written;
  let withWaste: Written;
  let subjects: Readonly<Record<'ship' | 'man', string>>;

  const words = async (login: string, text: string): Promise<string> =>
    String((await stage.store(login, { kind: 'incidentReport', words: text }))['plaintextDigest']);
  const report = async (login: string, type: 'ship' | 'man', evidence: string): Promise<Written> => {
    const incident = stage.newId();
    const payload = { incident, subject: { type, id: subjects[type] }, kind: 'spill', evidence };
    await stage.send(login, incidentActs.report, payload);
    return { record: keyOf('inc', incident), digest: evidence };
  };
  const ask = async (login: string, digest: string, record?: string): Promise<readonly unknown[]> => {
    const { token } = await stage.as(login);
    const query = record === undefined ? '' : `?record=${encodeURIComponent(record)}`;
    const response = await fetch(`${gateway.url}/api/statements/${digest}${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return [response.status, await response.text()];
  };
  const asked = async (login: string, { digest, record }: Written): Promise<unknown> => {
    const [, text] = await ask(login, digest, record);
    const { content, code } = JSON.parse(String(text)) as {
      content?: { words: string };
      code?: string;
    };
    return content?.words ?? code;
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    const cold = await layColdLot(gateway.url, systemPorts);
    ({ stage } = cold);
    const { manifest } = await sendDrums(gateway.url, systemPorts, 1);
    subjects = { ship: (await sendColdLot(cold)).shipment, man: manifest };
    onShipment = await report('carrier-driver', 'ship', await words('carrier-driver', 'A dented case.'));
    withWaste = await report('waste-driver', 'man', await words('waste-driver', 'A lid sweats.'));
  }, 120_000);
  afterAll(() => gateway.remove());

  it('is read by everybody who may read the record, whoever wrote it', async () => {
    for (const login of ['maker-qm', 'carrier-driver', 'wholesale-keeper'])
      expect([login, await asked(login, onShipment)]).toEqual([login, 'A dented case.']);
    expect(await asked('cdmo-waste', withWaste)).toBe('A lid sweats.');
  });

  it('is read without a record by who wrote it alone', async () => {
    const { digest } = onShipment;
    expect((await ask('carrier-dispatch', digest))[0]).toBe(200);
    expect(await ask('maker-qm', digest)).toEqual(await ask('maker-qm', UNKNOWN));
  });

  it.each<[string, string, () => Written]>([
    ['strangers', 'pharmacist', () => onShipment],
    ['rivals', 'rival-qp', () => onShipment],
    ['readers of another record', 'maker-qm', () => ({ ...withWaste, record: onShipment.record })],
    [
      'another record that they read',
      'maker-qm',
      () => ({ ...onShipment, record: keyOf('ship', subjects.ship) }),
    ],
    ['a record that there is not', 'maker-qm', () => ({ ...onShipment, record: keyOf('inc', UNKNOWN) })],
    ['no key', 'maker-qm', () => ({ ...onShipment, record: 'no key' })],
  ])('%s are answered as if nobody knew it', async (_, login, written) => {
    const { digest, record } = written();
    const nothing = await ask(login, UNKNOWN, record);
    expect(nothing[0]).toBe(404);
    expect(await ask(login, digest, record)).toEqual(nothing);
  });

  it('is not opened by a record into which somebody else has copied its digest', async () => {
    const secret = await words('maker-qm', 'Not for carriers.');
    const copied = await report('carrier-driver', 'ship', secret);
    expect(await asked('carrier-driver', copied)).toBe('RECORD_NOT_FOUND');
    expect(await asked('wholesale-keeper', copied)).toBe('RECORD_NOT_FOUND');
    expect(await asked('maker-qm', copied)).toBe('Not for carriers.');
  });

  it('is read by an authority with a purpose, and that is written down', async () => {
    const inspector = await gateway.actor('environment-inspector');
    const read = ({ digest, record }: Written) => inspector.client.read('statement', { digest }, { record });
    for (const each of [withWaste, { ...withWaste, digest: UNKNOWN }])
      await expect(read(each)).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
    inspector.client.setPurpose('accident');
    expect((await read(withWaste)).content).toMatchObject({ words: 'A lid sweats.' });
    await expect(read(onShipment)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
    const { reads } = await inspector.client.read('authorityReads', {});
    expect(reads[0]).toMatchObject({ read: 'statement', purpose: 'accident', asked: { ...withWaste } });
  });

  it('is not shown when what lies there is not what was signed', async () => {
    const kept = await stage.store('carrier-driver', { words: 'It was like that before.' });
    const { digest } = onShipment;
    const index = join(gateway.folder, 'vault', 'digests', digest.slice(0, 2), `${digest}.${CARRIER}`);
    await writeFile(index, String(kept['ciphertextDigest']));
    expect(await asked('maker-qm', onShipment)).toBe('RECORD_NOT_FOUND');
  });
});
