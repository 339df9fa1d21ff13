/** Facts that contradict the ledger. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN } from './cast.js';
import { digest } from './payloads.js';
import { custodyPayload, shipmentInTransit } from './shipments.js';
import type { Stage } from './stage.js';

/** A load that maker says it gave to the carrier, which has it already: a dispute of both. @returns its id */
export const openedDispute = async (stage: Stage): Promise<string> => {
  const { shipment, lot } = await shipmentInTransit(stage);
  const payload = custodyPayload(shipment, lot, { at: MAKER_GLN });
  const cosigners = [stage.actor('carrierDriver')];
  const { cmd } = await stage.must('makerKeeper', ACTS.Shipment.handOver, payload, { cosigners });
  return cmd;
};

/** Payload of a resolution. */
export const resolution = (dispute: string, change: object = {}): Record<string, unknown> => ({
  dispute,
  outcome: 'void',
  reason: digest('told twice'),
  ...change,
});
