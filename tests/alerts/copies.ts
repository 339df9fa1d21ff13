/** What counterfeiters do with the code of a real pack. */
import { DAY, HOUR, isOneIn, type Labelled } from './scan.js';
import type { Pack, Workshop } from './honest-pack.js';
import { firmIn, HOME, type Firm } from './places.js';

/** Kinds of copies; each is made of a pack that it suits. */
export const COPY_KINDS = {
  /** Sold after the real pack. */
  afterSale: ({ soldAt }: Pack) => soldAt !== null,
  /** Sold while the real pack was still on its way. */
  beforeSale: ({ soldAt }: Pack) => soldAt !== null,
  /** Brought into trade by a firm that never had the pack, and not sold. */
  inTrade: ({ custody }: Pack) => custody !== null,
  /** Packed by such a firm into a case of its own. */
  inCase: ({ custody }: Pack) => custody !== null,
  /** Sold in another country within hours. */
  abroad: ({ soldAt }: Pack) => soldAt !== null,
} as const satisfies Readonly<Record<string, (pack: Pack) => boolean>>;
/** A kind of copy. */
export type CopyKind = keyof typeof COPY_KINDS;

const stranger = ({ choices, trade }: Workshop, { way }: Pack): Firm => {
  const firm = choices.oneOf(trade.pharmacies);
  return way.some(({ name }) => name === firm.name) ? firmIn(choices.oneOf(HOME), 'rogue', 0) : firm;
};

const soldBy = ({ scanner, choices }: Workshop, epc: string, firm: Firm, time: number): Labelled =>
  scanner.see({ epc, firm, step: 'dispensed', time, isAct: isOneIn(choices, 2) }, true);

/** Scans of a copy. */
export const copyOf = (workshop: Workshop, kind: CopyKind, pack: Pack): readonly Labelled[] => {
  const { scanner, choices } = workshop;
  const { epc, soldAt } = pack;
  const firm = stranger(workshop, pack);
  const sold = soldAt ?? pack.scans.at(-1)?.at ?? 0;
  const received = { epc, firm, step: 'received' as const };
  const inTrade = sold + choices.between(-4 * DAY, 4 * DAY);
  switch (kind) {
    case 'afterSale':
      return [soldBy(workshop, epc, firm, sold + choices.between(HOUR, 60 * DAY))];
    case 'beforeSale':
      return [soldBy(workshop, epc, firm, sold - choices.between(HOUR, 9 * DAY))];
    case 'inTrade':
      return [scanner.see({ ...received, time: inTrade }, true)];
    case 'inCase':
      return [scanner.see({ ...received, step: 'aggregated', time: inTrade, parent: `fake-${epc}` }, true)];
    case 'abroad':
      return [
        soldBy(workshop, epc, firmIn('lagos', 'market', 0), sold + choices.between(HOUR / 2, 6 * HOUR)),
      ];
  }
};
