/** Receipts of goods, prepared: sending them is what is measured. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { receivePayload } from '../../tests/support/goods.js';
import { receivedShipment, type Underway } from '../../tests/support/shipments.js';
import type { Stage } from '../../tests/support/stage.js';
import { inFlight } from './measure.js';

const PREPARING = 32;

/** One receipt, signed and with its picks. */
const receiptOf = async (stage: Stage, underway: Underway): Promise<() => Promise<unknown>> => {
  const act: Act = ACTS.Stock.receive;
  const payload = receivePayload(underway);
  const { envelope, picks } = await stage.compose('wholesalerKeeper', act, payload);
  return () =>
    stage.network.submit(envelope, 'LogisticsMSP', { picks, endorsers: ['LogisticsMSP', 'RegulatorMSP'] });
};

/** So many receipts of goods that have arrived. */
export const newReceipts = async (stage: Stage, count: number): Promise<(() => Promise<unknown>)[]> => {
  const receipts: (() => Promise<unknown>)[] = [];
  const shipments = Array.from({ length: count }, () => async () => {
    receipts.push(await receiptOf(stage, await receivedShipment(stage)));
  });
  await inFlight(PREPARING, shipments);
  return receipts;
};
