/** A firm in another province with a batch, a signal, a shipment and words of its own: foreign to everybody in the story. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { newClient, type Client } from '@yaosu/gateway/api/client';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import type { Stage } from '@yaosu/gateway/story/stage';
import { envelopeOf, newActor, newCommand, proposal, type Actor } from '../support/actor.js';
import { batchPayload, freshGln, site } from '../support/payloads.js';
import { shipmentPayload } from '../support/shipments.js';
import type { InProcessGateway } from '../support/story-gateway.js';

const AREA = '440100';

/** What the firm has. */
export interface Elsewhere {
  readonly elsewhere: string;
  readonly elsewhereSignal: string;
  readonly elsewhereWay: string;
  readonly elsewhereWords: string;
}

const sender =
  ({ services, url }: InProcessGateway, { ledgerId }: Stage) =>
  async (act: Act, payload: Record<string, unknown>, ...actors: readonly Actor[]): Promise<Client> => {
    const client = newClient(url);
    client.setToken(await services.sessions.issueFor(actors[0]?.kid ?? ''));
    const capturedAt = new Date().toISOString();
    await client.submit(act, envelopeOf(newCommand({ act, ledgerId, capturedAt, actors, payload }), actors));
    return client;
  };

const batchOf = (enterprise: string, gln: string, identity: object): Record<string, unknown> =>
  batchPayload({ kind: 'bulk', manufacturer: enterprise, mah: 'suite-mah', site: gln, identity });

/** From the firm's only site to where it came from. */
const shipmentOf = (enterprise: string, gln: string, batch: string): Record<string, unknown> => {
  const ends = { consignor: enterprise, from: gln, consignee: enterprise, to: gln };
  return shipmentPayload(batch, {
    ...ends,
    owner: enterprise,
    carrier: 'suite-carrier',
    noteNo: 'ELSEWHERE-1',
  });
};

/** Sets the firm up. @param root its root key */
export const settleElsewhere = async (
  gateway: InProcessGateway,
  stage: Stage,
  root: Actor,
): Promise<Elsewhere> => {
  const send = sender(gateway, stage);
  const { enterprise } = root;
  const gln = freshGln();
  await send(enterpriseActs.addSite, { ...site(enterprise, gln), area: AREA }, root);
  const maker = newActor(enterprise);
  const key = proposal(maker, ['production', 'qualityManager', 'dispatcher']);
  const client = await send(enterpriseActs.admitKey, { enterprise, key }, root, maker);
  const stored = await storeDocument(client, 'a1'.repeat(16), { title: 'elsewhere' });
  const [batch, investigation, shipment] = [stage.newId(), stage.newId(), stage.newId()];
  await send(batchActs.register, { ...batchOf(enterprise, gln, stored), batch }, maker);
  const signal = { investigation, source: 'complaint', batch, signal: stage.digest('elsewhere') };
  await send(recallActs.signal, signal, maker);
  await send(shipmentActs.create, { ...shipmentOf(enterprise, gln, batch), shipment }, maker);
  return {
    elsewhere: batch,
    elsewhereSignal: investigation,
    elsewhereWay: shipment,
    elsewhereWords: stored.plaintextDigest,
  };
};
