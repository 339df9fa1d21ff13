import * as z from 'zod';
import { act } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { batchId, recordId } from '../kernel/text.js';
import { positive } from '../kernel/quantity.js';
import { onStock, shelf, SHELF_ERRORS, status, STOCKISTS } from './act-parts.js';
import { PARCEL_STATUSES } from './states.js';

const receiveInput = z.strictObject({
  ...shelf,
  quantity: positive,
  shipment: recordId,
  /** The receiver's own lot, registered as received from this batch; null: the batch keeps its name. */
  into: batchId.nullable(),
});
/** Payload of `Stock.receive`. */
export type ReceivePayload = z.output<typeof receiveInput>;

/** Goods that arrived come onto the shelf, and are judged there. */
export const receiptActs = {
  receive: act({
    ...onStock,
    summary: 'The warehouse books goods of a received shipment into its stock (收货).',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: {
      receiver: { roles: STOCKISTS, functions: ['warehouseKeeper', 'receivingInspector', 'pharmacist'] },
    },
    input: receiveInput,
    declares: ({ batch, into }) => [keyOf('batch', batch), ...(into === null ? [] : [keyOf('batch', into)])],
    takes: ({ holder, batch, quantity, unit, shipment }) => [
      { holder, batch, quantity, unit, shipment, statuses: PARCEL_STATUSES },
    ],
    endorsers: ['regulator', { hostOf: 'receiver' }],
    emits: ['StockReceived', 'OrderReceived'],
    errors: [
      ...SHELF_ERRORS,
      'SUBJECT_NOT_FOUND',
      'PARTY_NOT_CONCERNED',
      'STATE_WRONG',
      'BATCH_ORIGIN_WRONG',
    ],
  }),
  inspect: act({
    ...onStock,
    summary: 'An inspector other than the receiver, or quality, changes the status of stock (验收).',
    kind: 'permission',
    signature: 'quality',
    meaning: 'approval',
    parties: {
      inspector: {
        roles: STOCKISTS,
        functions: ['receivingInspector', 'qualityManager', 'qualifiedPerson'],
      },
    },
    input: z.strictObject({ ...shelf, quantity: positive, status, result: status }),
    takes: ({ status: from, result: _, ...wanted }) => [{ ...wanted, statuses: [from] }],
    endorsers: ['regulator', { hostOf: 'inspector' }],
    emits: ['StockInspected'],
    errors: [...SHELF_ERRORS, 'FUNCTION_MISSING', 'STATE_WRONG', 'PERSON_INVOLVED', 'LOAD_PENDING'],
  }),
};
