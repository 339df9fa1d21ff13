import * as z from 'zod';
import { gln } from '../enterprise/schemas.js';
import { act, type PartyRule } from '../kernel/define-acts.js';
import { decimal, positive, sumOf, toMillionths } from '../kernel/quantity.js';
import { digest } from '../kernel/text.js';
import { onStock, shelf, SHELF_ERRORS, status, STOCKISTS } from './act-parts.js';
import { ADJUSTMENTS, REASONS } from './states.js';

const keeper: PartyRule = { roles: STOCKISTS, functions: ['warehouseKeeper', 'pharmacist'] };

const isMore = (a: string, b: string): boolean => toMillionths(a) > toMillionths(b);

const splitInput = z.strictObject({ ...shelf, status, parts: z.array(positive).min(2).max(40) });
/** Payload of `Stock.split`. */
export type SplitPayload = z.output<typeof splitInput>;

const moveInput = z.strictObject({ ...shelf, status, quantity: positive, to: gln });
/** Payload of `Stock.move`. */
export type MovePayload = z.output<typeof moveInput>;

const adjustInput = z
  .strictObject({
    ...shelf,
    status,
    /** What the ledger says that stands there, all of it or some. */
    booked: positive,
    /** What was counted of it. */
    counted: decimal,
    reason: z.enum(REASONS),
    /** The count sheet. */
    evidence: digest,
  })
  .refine(({ booked, counted }) => booked !== counted, 'NOTHING_TO_ADJUST');
/** Payload of `Stock.adjust`. */
export type AdjustPayload = z.output<typeof adjustInput>;

/** What happens to stock on the shelf. */
export const shelfActs = {
  split: act({
    ...onStock,
    summary: 'The warehouse divides loose stock into parts.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { keeper },
    input: splitInput,
    takes: ({ parts, status: from, ...wanted }) => [{ ...wanted, quantity: sumOf(parts), statuses: [from] }],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['StockSplit'],
    errors: [...SHELF_ERRORS, 'PARCEL_SERIALISED'],
  }),
  move: act({
    ...onStock,
    summary: 'The warehouse moves stock to another site of its own (上架, 移库).',
    kind: 'fact',
    signature: 'person',
    meaning: 'custody',
    parties: { keeper },
    input: moveInput.refine(({ site, to }) => site !== to, 'SAME_SITE'),
    takes: ({ to: _, status: from, ...wanted }) => [{ ...wanted, statuses: [from] }],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['StockMoved'],
    errors: SHELF_ERRORS,
  }),
  adjust: act({
    ...onStock,
    summary:
      'After a stocktake warehouse and quality set loose stock to what was counted, with a reason; a gain is quarantined.',
    kind: 'permission',
    signature: 'quality',
    meaning: 'responsibility',
    parties: { keeper, quality: { roles: STOCKISTS, functions: ['qualityManager', 'qualifiedPerson'] } },
    input: adjustInput.refine(
      ({ booked, counted, reason }) =>
        ADJUSTMENTS[reason].includes(isMore(counted, booked) ? 'gain' : 'loss'),
      'REASON_UNFIT',
    ),
    takes: ({ holder, batch, unit, site, booked, status: from }) => [
      { holder, batch, unit, site, quantity: booked, statuses: [from] },
    ],
    endorsers: ['regulator', { hostOf: 'keeper' }],
    emits: ['StockAdjusted'],
    errors: [...SHELF_ERRORS, 'PARCEL_SERIALISED'],
  }),
};
