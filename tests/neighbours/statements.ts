/** What a driver wrote lies at its own firm's gateway; who has to decide by it logs in at another one. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { incidentActs } from '@yaosu/chaincode/model/incident/acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneLot } from '@yaosu/gateway/story/loaded-lot';
import { Stage } from '@yaosu/gateway/story/stage';
import type { FourGateways } from '../support/four-gateways.js';

const MINUTES = 60_000;
const MAKER: MspId = 'ManufacturerMSP';
const TRADE: MspId = 'LogisticsMSP';

interface Written {
  readonly record: string;
  readonly digest: string;
}

const played = (gateways: () => FourGateways): void => {
  let four: FourGateways;
  let stage: Stage;
  let read: Written;
  let unread: Written;

  const report = async (shipment: string, words: string): Promise<Written> => {
    const stored = await stage.store('carrier-driver', { kind: 'incidentReport', words });
    const [incident, evidence] = [stage.newId(), String(stored['plaintextDigest'])];
    const payload = { incident, subject: { type: 'ship', id: shipment }, kind: 'accident', evidence };
    await stage.send('carrier-driver', incidentActs.report, payload);
    return { record: keyOf('inc', incident), digest: evidence };
  };
  const wordsFor = async (login: string, { digest, record }: Written): Promise<unknown> => {
    const { client } = await stage.as(login);
    return (await client.read('statement', { digest }, { record })).content['words'];
  };

  beforeAll(async () => {
    four = gateways();
    const url = four.urls.RegulatorMSP;
    const { handOver } = await loadOneLot(url, systemPorts, four.urls);
    stage = await Stage.open(url, systemPorts, four.urls);
    read = await report(String(handOver['shipment']), 'A dented case.');
    unread = await report(String(handOver['shipment']), 'Another dented case.');
  }, 5 * MINUTES);

  test('is read by the owner of the goods, and by nobody who may not read the incident', async () => {
    expect(await wordsFor('linhe-quality', read)).toBe('A dented case.');
    await expect(wordsFor('rival-qp', read)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
    await expect(wordsFor('linhe-quality', { ...read, digest: 'ab'.repeat(32) })).rejects.toMatchObject({
      code: 'RECORD_NOT_FOUND',
    });
  });

  test('stays readable to who has read it while that gateway is away; the rest waits until it is back', async () => {
    await Promise.all(MSP_IDS.map((mspId) => four.of(mspId).services.exchange.idle()));
    await four.down(TRADE);
    expect(await wordsFor('linhe-quality', read)).toBe('A dented case.');
    await expect(wordsFor('linhe-quality', unread)).rejects.toMatchObject({ code: 'STATEMENT_AWAY' });
    const { services } = await four.up(TRADE);
    await services.projection.reached(four.of(MAKER).services.projection.asOfBlock);
    expect(await wordsFor('linhe-quality', unread)).toBe('Another dented case.');
  });
};

/** Plays it between running gateways. */
export const statementsBetween = (gateways: () => FourGateways): void =>
  describe('evidence that was written at another organisation’s gateway', () => played(gateways));
