/** Investigations over a chain of lots: supplier → cdmo → maker. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Name } from './cast.js';
import { FIRMS } from './cast.js';
import { packedBatch, registeredLot } from './goods.js';
import { batchPayload, digest, freshId } from './payloads.js';
import type { Stage } from './stage.js';

const { Recall, Batch } = ACTS;

/** A lot of the supplier, the cdmo's own lot of it and one that the maker has of that. */
export interface Chain {
  readonly root: string;
  readonly middle: string;
  readonly leaf: string;
}

const ownLot = async (stage: Stage, firm: 'cdmo' | 'maker', from: string): Promise<string> => {
  const payload = batchPayload({
    kind: 'startingMaterial',
    manufacturer: 'supplier',
    site: FIRMS[firm].gln,
    receivedFrom: from,
  });
  await stage.must(firm === 'cdmo' ? 'cdmoKeeper' : 'makerKeeper', Batch.register, payload);
  return String(payload['batch']);
};

/** Three lots that grew from each other. */
export const newChain = async (stage: Stage): Promise<Chain> => {
  const { batch: root } = await registeredLot(stage, { firm: 'supplier' });
  const middle = await ownLot(stage, 'cdmo', root);
  return { root, middle, leaf: await ownLot(stage, 'maker', middle) };
};

/** Payload of a signal about a batch, in earnest unless it is said to be a drill. */
export const signalPayload = (batch: string, drill = false): Record<string, unknown> => ({
  investigation: freshId(),
  drill,
  source: 'complaint',
  batch,
  signal: digest('what was reported'),
});

/** A signal. @returns the investigation's id */
export const signalled = async (stage: Stage, batch: string, drill = false): Promise<string> => {
  const payload = signalPayload(batch, drill);
  await stage.must('pharmacist', Recall.signal, payload);
  return String(payload['investigation']);
};

/** An investigation of one root, started but with nothing stopped yet. */
export const investigating = async (stage: Stage, root: string, by: Name = 'supplierQp'): Promise<string> => {
  const investigation = await signalled(stage, root);
  await stage.must(by, Recall.investigate, { investigation, roots: [root] });
  return investigation;
};

/** The chain stopped, level by level. */
export const stopped = async (stage: Stage, { root, middle, leaf }: Chain): Promise<string> => {
  const investigation = await investigating(stage, root);
  await stage.must('supplierQp', Recall.stop, { investigation, batches: [root] });
  await stage.follow('RegulatorMSP', Recall.extend, { investigation, edges: [{ from: root, to: middle }] });
  await stage.follow('RegulatorMSP', Recall.extend, { investigation, edges: [{ from: middle, to: leaf }] });
  return investigation;
};

/** The chain stopped and sealed. */
export const sealed = async (stage: Stage, chain: Chain): Promise<string> => {
  const investigation = await stopped(stage, chain);
  const members = [chain.root, chain.middle, chain.leaf];
  await stage.follow('RegulatorMSP', Recall.seal, { investigation, members });
  return investigation;
};

/** Payload of a decision. */
export const decision = (batch: string, verdict: 'inScope' | 'excluded'): Record<string, unknown> => ({
  batch,
  verdict,
  reason: digest('why'),
});

/** A marketed batch of the maker, stopped and sealed by its MAH, decided to be in scope. */
export const decidedMarketed = async (
  stage: Stage,
  drill = false,
): Promise<{ readonly investigation: string; readonly batch: string }> => {
  const { batch } = await packedBatch(stage);
  const investigation = await signalled(stage, batch, drill);
  await stage.must('makerQp', Recall.investigate, { investigation, roots: [batch] });
  await stage.must('makerQp', Recall.stop, { investigation, batches: [batch] });
  await stage.follow('CdmoMSP', Recall.seal, { investigation, members: [batch] });
  await stage.must('makerQp', Recall.decide, { investigation, decisions: [decision(batch, 'inScope')] });
  return { investigation, batch };
};

/** Payload of a voluntary recall. */
export const openPayload = (investigation: string, change: object = {}): Record<string, unknown> => ({
  investigation,
  kind: 'voluntary',
  orderNo: null,
  class: 'I',
  depth: 'patient',
  reason: digest('hazard'),
  ...change,
});

/** A recall that is open. */
export const opened = async (
  stage: Stage,
  drill = false,
): Promise<{ readonly investigation: string; readonly batch: string }> => {
  const decided = await decidedMarketed(stage, drill);
  await stage.must('makerQp', Recall.open, openPayload(decided.investigation));
  return decided;
};

/** A balanced count of a batch. */
export const count = (batch: string, change: object = {}): Record<string, unknown> => ({
  batch,
  unit: 'H87',
  received: '10000',
  onHand: '9000',
  inTransit: '0',
  forwarded: '600',
  returned: '300',
  destroyed: '0',
  used: '90',
  lost: '0',
  unaccounted: '10',
  ...change,
});

/** Payload of a holder's response. */
export const response = (investigation: string, counts: readonly object[]): Record<string, unknown> => ({
  investigation,
  stage: 'counted',
  informed: { of: 3, count: 2 },
  counts,
});
