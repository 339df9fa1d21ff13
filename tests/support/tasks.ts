/** Tasks of the tests: `maker` commissions `cdmo`. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS } from './cast.js';
import {
  releaseGoods,
  registeredOutput,
  transformPayload,
  acceptedParcels,
  STAFF,
  type Goods,
} from './goods.js';
import { licensed } from './orders.js';
import { digest, freshId } from './payloads.js';
import type { Stage } from './stage.js';

type Payload = Record<string, unknown>;

const { Task } = ACTS;

/** Terms that a gateway sealed, which the network keeps as a vault does. @returns what is signed of them */
export const keptTerms = (stage: Stage): { readonly commitment: string; readonly sealed: string } => {
  const box = `sealed terms ${freshId()}`;
  const sealed = digest(box);
  stage.network.kept.set(sealed, Buffer.from(box));
  return { commitment: digest(`terms ${freshId()}`), sealed };
};

/** Payload that seals fresh terms. */
export const sealPayload = (stage: Stage, change: Payload = {}): Payload => ({
  client: 'maker',
  cdmo: 'cdmo',
  terms: keptTerms(stage),
  ...change,
});

/** 10,000 packs of a material by the end of 2048, on terms that were sealed. */
export const offerPayload = ({ client, cdmo, terms }: Payload, change: Payload = {}): Payload => ({
  task: freshId(),
  client,
  cdmo,
  site: FIRMS.cdmo.gln,
  material: digest('commissioned'),
  quantity: '10000',
  unit: 'H87',
  startOn: '2026-01-01',
  deliverBy: '2048-12-31',
  qualityAgreement: digest('quality agreement'),
  terms,
  ...change,
});

/** Terms sealed for a CDMO that is licensed. @returns what was sealed */
export const sealedTerms = async (stage: Stage, change: Payload = {}): Promise<Payload> => {
  await licensed(stage, 'cdmo', 'drugManufacturing');
  const sealed = sealPayload(stage, change);
  await stage.must('makerPurchaser', Task.sealTerms, sealed);
  return sealed;
};

/** A task that waits for the CDMO's answer. @returns its id */
export const offeredTask = async (stage: Stage, change: Payload = {}): Promise<string> => {
  const offer = offerPayload(await sealedTerms(stage), change);
  await stage.must('makerPurchaser', Task.offer, offer);
  return String(offer['task']);
};

/** A task that the CDMO accepted. */
export const acceptedTask = async (stage: Stage, change: Payload = {}): Promise<string> => {
  const task = await offeredTask(stage, change);
  await stage.must('cdmoQp', Task.accept, { task });
  return task;
};

/** 10,000 packs that `cdmo` made, tested and released, for `maker` as the MAH unless said otherwise. */
export const commissionedBatch = async (stage: Stage, change: Payload = {}): Promise<Goods> => {
  const input = await acceptedParcels(stage, { firm: 'cdmo' });
  const output = await registeredOutput(stage, { firm: 'cdmo', change });
  await stage.must(STAFF.cdmo.production, ACTS.Batch.transform, transformPayload(output, input));
  return releaseGoods(stage, output);
};

/** Delivers a batch. */
export const deliveryPayload = (task: string, { batch, unit }: Goods, change: Payload = {}): Payload => ({
  task,
  lines: [{ batch, quantity: '10000', unit, ...change }],
});

/** A task whose goods were delivered. */
export const deliveredTask = async (stage: Stage): Promise<string> => {
  const task = await acceptedTask(stage);
  await stage.must('cdmoKeeper', Task.deliver, deliveryPayload(task, await commissionedBatch(stage)));
  return task;
};

/** A task whose delivery the client disputes. */
export const disputedTask = async (stage: Stage): Promise<string> => {
  const task = await deliveredTask(stage);
  await stage.must('makerQuality', Task.dispute, { task, reason: digest('reason') });
  return task;
};
