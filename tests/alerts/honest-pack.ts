/** The way of an honest pack: made, packed, shipped, received, sold, at times returned, read twice, or packed again. */
import type { Custody } from '@yaosu/chaincode/model/alert/sighting';
import type { Choices } from '../faults/random.js';
import type { Firm } from './places.js';
import { DAY, HOUR, isOneIn, type Labelled, type Scanner } from './scan.js';

/** Firms that the packs go through. */
export interface Trade {
  readonly makers: Firms;
  readonly wholesalers: Firms;
  readonly pharmacies: Firms;
}

/** At least one firm. */
export type Firms = readonly [Firm, ...Firm[]];

/** A pack's way. */
export interface Pack {
  readonly epc: string;
  readonly scans: Labelled[];
  /** Null for half of all packs: the ledger does not know who has them. */
  readonly custody: readonly Custody[] | null;
  readonly way: readonly [maker: Firm, wholesaler: Firm, pharmacy: Firm];
  readonly soldAt: number | null;
}

const START = Date.UTC(2026, 0, 1);

/** What the pack is worked on with. */
export interface Workshop {
  readonly choices: Choices;
  readonly scanner: Scanner;
  readonly trade: Trade;
}

const custodyOf = (times: readonly number[], way: Pack['way']): readonly Custody[] =>
  way.map(({ name }, i) => ({
    holder: name,
    since: (times[i] ?? 0) - 2 * DAY,
    until: times[i + 1] ?? null,
  }));

/** Two firms that hand a pack over: shipped here, received there, looked at on the way in. */
const move = (
  { scanner, choices }: Workshop,
  epc: string,
  [from, to]: readonly [Firm, Firm],
  time: number,
) => {
  const arrival = time + choices.between(12 * HOUR, 4 * DAY);
  const scans = [
    scanner.see({ epc, firm: from, step: 'shipped', time }),
    scanner.see({ epc, firm: to, step: 'received', time: arrival }),
    scanner.see({ epc, firm: to, step: 'observed', time: arrival + HOUR }),
  ];
  return { scans, arrival };
};

const pack = ({ scanner, choices }: Workshop, epc: string, firm: Firm, time: number): readonly Labelled[] => {
  const first = `case-${epc}`;
  const scans = [scanner.see({ epc, firm, step: 'aggregated', time, parent: first })];
  if (!isOneIn(choices, 8)) return scans;
  const opened = time + choices.between(HOUR, DAY);
  return [
    ...scans,
    scanner.see({ epc, firm, step: 'disaggregated', time: opened, parent: first }),
    scanner.see({ epc, firm, step: 'aggregated', time: opened + HOUR / 2, parent: `${first}-again` }),
  ];
};

/** Sold; one in fifty comes back and is sold again, one in thirty is read twice. */
const sell = ({ scanner, choices }: Workshop, epc: string, firm: Firm, time: number): readonly Labelled[] => {
  const isAct = isOneIn(choices, 2);
  const sold = scanner.see({ epc, firm, step: 'dispensed', time, isAct });
  if (isOneIn(choices, 30))
    return [sold, scanner.see({ epc, firm, step: 'dispensed', time: time + 60_000, isAct })];
  if (!isOneIn(choices, 50)) return [sold];
  const back = time + choices.between(HOUR, 5 * DAY);
  return [
    sold,
    scanner.see({ epc, firm, step: 'returned', time: back, isAct }),
    scanner.see({ epc, firm, step: 'dispensed', time: back + choices.between(HOUR, 9 * DAY), isAct }),
  ];
};

/** Makes a pack and follows it to the patient; one in ten is not sold yet. */
export const honestPack = (workshop: Workshop, number: number): Pack => {
  const { choices, scanner, trade } = workshop;
  const epc = `pack-${String(number)}`;
  const way = [
    choices.oneOf(trade.makers),
    choices.oneOf(trade.wholesalers),
    choices.oneOf(trade.pharmacies),
  ] as const;
  const [maker, wholesaler, pharmacy] = way;
  const made = START + choices.between(0, 60 * DAY);
  const packed = pack(workshop, epc, maker, made + HOUR);
  const first = move(workshop, epc, [maker, wholesaler], made + choices.between(3 * DAY, 9 * DAY));
  const again = pack(workshop, epc, wholesaler, first.arrival + 3 * HOUR);
  const second = move(
    workshop,
    epc,
    [wholesaler, pharmacy],
    first.arrival + choices.between(2 * DAY, 9 * DAY),
  );
  const soldAt = isOneIn(choices, 10) ? null : second.arrival + choices.between(3 * HOUR, 40 * DAY);
  const scans = [
    scanner.see({ epc, firm: maker, step: 'commissioned', time: made, isAct: isOneIn(choices, 2) }),
    ...packed,
    ...first.scans,
    ...again,
    ...second.scans,
    ...(soldAt === null ? [] : sell(workshop, epc, pharmacy, soldAt)),
  ];
  const custody = isOneIn(choices, 2) ? custodyOf([made, first.arrival, second.arrival], way) : null;
  return { epc, scans, custody, way, soldAt };
};
