import * as z from 'zod';
import { act } from '../kernel/define-acts.js';
import { digest, recordId } from '../kernel/text.js';
import { positive } from '../kernel/quantity.js';
import { onStock, shelf, SHELF_ERRORS, status, STOCKISTS } from './act-parts.js';
import { CONSUMPTIONS } from './states.js';

const useInput = z.strictObject({ ...shelf, quantity: positive, consumption: z.enum(CONSUMPTIONS) });
/** Payload of `Stock.use`. */
export type UsePayload = z.output<typeof useInput>;

const destroyInput = z.strictObject({
  ...shelf,
  status,
  quantity: positive,
  /** Waste manifest that it left on; null when it was destroyed on the spot. */
  manifest: recordId.nullable(),
  certificate: digest,
});
/** Payload of `Stock.destroy`. */
export type DestroyPayload = z.output<typeof destroyInput>;

/** Stock that ends. */
export const consumptionActs = {
  use: act({
    ...onStock,
    summary: 'Released, acceptable stock is used up outside of a transform.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: {
      user: {
        roles: ['mah', 'manufacturer', 'cdmo', 'testLab'],
        functions: ['production', 'analyst', 'warehouseKeeper'],
      },
    },
    input: useInput,
    takes: ({ consumption: _, ...wanted }) => [{ ...wanted, statuses: ['acceptable'] }],
    endorsers: ['regulator', { hostOf: 'user' }],
    emits: ['StockUsed'],
    errors: [
      ...SHELF_ERRORS,
      'BATCH_STOPPED',
      'BATCH_HELD',
      'BATCH_NOT_RELEASED',
      'BATCH_EXPIRED',
      'PARCEL_SERIALISED',
    ],
  }),
  destroy: act({
    ...onStock,
    summary: 'Stock is destroyed before a witness, with a certificate; recalled and expired goods too.',
    kind: 'fact',
    signature: 'quality',
    meaning: 'responsibility',
    parties: {
      keeper: { roles: STOCKISTS, functions: ['warehouseKeeper', 'qualityManager', 'qualifiedPerson'] },
      witness: {
        roles: 'any',
        functions: ['qualityManager', 'qualifiedPerson', 'reviewer', 'inspector'],
      },
    },
    input: destroyInput,
    takes: ({ holder, batch, unit, site, quantity, status: from }) => [
      { holder, batch, unit, site, quantity, statuses: [from] },
    ],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['StockDestroyed'],
    errors: [...SHELF_ERRORS, 'PARTY_NOT_CONCERNED', 'SUBJECT_NOT_FOUND', 'PARCEL_SERIALISED'],
  }),
};
