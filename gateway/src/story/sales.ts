/** Sales of packs to the trade: what a shipment says, and what its load says. */
import { FIRM, glnOfSite } from './cast.js';
import type { Stage } from './stage.js';
import type { StoryBatch } from './world.js';

type Payload = Record<string, unknown>;

/** Who sells so many packs to whom. */
export interface Sale {
  readonly consignor: string;
  readonly consignee: string;
  /** GLN of the consignee's site; its first one when undefined. */
  readonly to?: string;
  readonly batch: StoryBatch;
  readonly quantity: string;
  readonly noteNo: string;
}

const lineOf = ({ batch: { batch, unit }, quantity }: Sale): Payload => ({ batch, quantity, unit });

/** The shipment of a sale, without profile and contingencies. */
export const saleOf = (stage: Stage, sale: Sale): Payload & { shipment: string } => ({
  shipment: stage.newId(),
  purpose: 'sale',
  consignor: sale.consignor,
  from: glnOfSite(sale.consignor),
  consignee: sale.consignee,
  to: sale.to ?? glnOfSite(sale.consignee),
  owner: sale.consignor,
  carrier: FIRM.carrier,
  noteNo: sale.noteNo,
  returns: null,
  order: null,
  trip: null,
  lines: [lineOf(sale)],
  profile: null,
  contingencies: [],
});

/** What is loaded of it. */
export const loadOf = (
  shipment: string,
  sale: Sale,
  grants: readonly Payload[],
  leaves: string | null = null,
): Payload => ({
  shipment,
  site: glnOfSite(sale.consignor),
  returns: null,
  lines: [{ ...lineOf(sale), status: 'acceptable' }],
  seals: [`${sale.noteNo}-1`],
  loggers: [],
  grants,
  leaves,
});
