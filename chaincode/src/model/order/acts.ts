import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { recordId } from '../kernel/text.js';
import { day } from '../kernel/time.js';
import { noticeLines, orderLines, orderRecord } from './schemas.js';

const placeInput = orderRecord.pick({
  order: true,
  buyer: true,
  supplier: true,
  site: true,
  approval: true,
  lines: true,
  requiredBy: true,
});
/** Payload of `Order.place`. */
export type PlacePayload = z.output<typeof placeInput>;

const SUPPLIERS: PartyRule['roles'] = ['supplier', 'manufacturer', 'cdmo', 'mah', 'wholesaler'];
const onOrder = {
  output: done,
  subject: 'order',
  declares: (payload: { order: string }): readonly string[] => [keyOf('order', payload.order)],
} as const;

/** Orders from their placing to the notice that the goods are coming. */
export const orderActs = defineActs('Order', {
  place: act({
    ...onOrder,
    summary: 'A purchaser orders from a supplier that is qualified today; one that is not is blocked here.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: {
      buyer: {
        roles: ['mah', 'manufacturer', 'cdmo', 'wholesaler', 'pharmacy', 'hospital'],
        functions: ['purchaser', 'pharmacist'],
      },
    },
    input: placeInput,
    creates: 'ORDER_EXISTS',
    endorsers: ['regulator', { hostOf: 'buyer' }],
    emits: ['OrderPlaced'],
    errors: ['ORDER_EXISTS', 'ENTERPRISE_FOREIGN', 'ORDER_DATE_WRONG', 'SUPPLIER_NOT_QUALIFIED'],
  }),
  confirm: act({
    ...onOrder,
    summary: 'The supplier confirms an order, all of it or less, with a day of delivery.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { supplier: { roles: SUPPLIERS, functions: ['dispatcher', 'qualityManager'] } },
    input: z.strictObject({ order: recordId, lines: orderLines, deliverOn: day }),
    endorsers: ['regulator', { hostOf: 'supplier' }],
    emits: ['OrderConfirmed'],
    errors: [
      'ORDER_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'STATE_WRONG',
      'ORDER_DATE_WRONG',
      'ORDER_LINES_EXCEED',
    ],
  }),
  shipNotice: act({
    ...onOrder,
    summary: 'The supplier, or its machine, announces the goods that are on their way.',
    kind: 'permission',
    signature: 'machine',
    meaning: 'authorship',
    parties: { supplier: { roles: SUPPLIERS, functions: [] } },
    input: z.strictObject({ order: recordId, shipment: recordId.nullable(), lines: noticeLines }),
    endorsers: ['regulator', { hostOf: 'supplier' }],
    emits: ['OrderShipNoticed'],
    errors: [
      'ORDER_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'STATE_WRONG',
      'BATCH_NOT_FOUND',
      'UNIT_MISMATCH',
      'ORDER_LINES_EXCEED',
    ],
  }),
});
