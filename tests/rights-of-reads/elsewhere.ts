/** A firm in another province with a batch, a signal, a shipment and words of its own: foreign to everybody in the story. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { taskActs } from '@yaosu/chaincode/model/task/acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { newClient, type Client } from '@yaosu/gateway/api/client';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import type { Stage } from '@yaosu/gateway/story/stage';
import { envelopeOf, newActor, newCommand, proposal, type Actor } from '../support/actor.js';
import { batchPayload, freshGln, site } from '../support/payloads.js';
import { licenseFirm } from '../support/regulator.js';
import { offerPayload } from '../support/tasks.js';
import { shipmentPayload } from '../support/shipments.js';
import type { InProcessGateway } from '../support/story-gateway.js';

const AREA = '440100';

/** What the firm has. */
export interface Elsewhere {
  readonly elsewhere: string;
  readonly elsewhereSignal: string;
  readonly elsewhereWay: string;
  readonly elsewhereTask: string;
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

/** Commissions a CDMO of the same province. @returns the task */
const commission = async (
  gateway: InProcessGateway,
  stage: Stage,
  purchaser: Actor,
  cdmo: Actor,
): Promise<string> => {
  const send = sender(gateway, stage);
  const gln = freshGln();
  await send(enterpriseActs.addSite, { ...site(cdmo.enterprise, gln), area: AREA }, cdmo);
  await licenseFirm(gateway.url, gateway.folder, cdmo.enterprise, gln);
  const digests = await gateway.services.vault.sealBetween(
    purchaser.enterprise,
    { enterprise: cdmo.enterprise, spki: Buffer.from(newActor(cdmo.enterprise).publicKey, 'base64url') },
    'a1'.repeat(16),
    { title: 'elsewhere' },
  );
  const parties = { client: purchaser.enterprise, cdmo: cdmo.enterprise, terms: digests };
  await send(taskActs.sealTerms, parties, purchaser);
  const task = stage.newId();
  await send(taskActs.offer, offerPayload(parties, { task, site: gln }), purchaser);
  return task;
};

/** Sets the firm up. @param root its root key @param cdmo that of the firm that it commissions */
export const settleElsewhere = async (
  gateway: InProcessGateway,
  stage: Stage,
  root: Actor,
  cdmo: Actor,
): Promise<Elsewhere> => {
  const send = sender(gateway, stage);
  const { enterprise } = root;
  const gln = freshGln();
  await send(enterpriseActs.addSite, { ...site(enterprise, gln), area: AREA }, root);
  const maker = newActor(enterprise);
  const key = proposal(maker, ['production', 'qualityManager', 'dispatcher', 'purchaser']);
  const client = await send(enterpriseActs.admitKey, { enterprise, key }, root, maker);
  const stored = await storeDocument(client, 'a1'.repeat(16), { title: 'elsewhere' });
  const [batch, investigation, shipment] = [stage.newId(), stage.newId(), stage.newId()];
  await send(batchActs.register, { ...batchOf(enterprise, gln, stored), batch }, maker);
  const what = { drill: false, source: 'complaint', signal: stage.digest('elsewhere') };
  await send(recallActs.signal, { investigation, batch, ...what }, maker);
  await send(shipmentActs.create, { ...shipmentOf(enterprise, gln, batch), shipment }, maker);
  return {
    elsewhere: batch,
    elsewhereSignal: investigation,
    elsewhereWay: shipment,
    elsewhereTask: await commission(gateway, stage, maker, cdmo),
    elsewhereWords: stored.plaintextDigest,
  };
};
