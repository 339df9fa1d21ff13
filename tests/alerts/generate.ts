/** A year of trade with honest noise, and copies among it. */
import { Choices } from '../faults/random.js';
import { COPY_KINDS, copyOf, type CopyKind } from './copies.js';
import { honestPack, type Firms, type Pack, type Workshop } from './honest-pack.js';
import { firmIn, HOME } from './places.js';
import { DAY, isOneIn, Scanner, type Labelled } from './scan.js';

/** How much is made. */
export interface Size {
  readonly seed: number;
  readonly packs: number;
  /** Packs of which there is a copy. */
  readonly copied: number;
  /** Copies of the one pack that is copied most. */
  readonly most: number;
}

/** A pack with all scans of its code in the order in which they were known. */
export interface Traded extends Pack {
  /** Each copy by its scans. */
  readonly copies: readonly { readonly kind: CopyKind; readonly scans: readonly Labelled[] }[];
}

/** One device in twenty is wrong by up to a day. */
const skewOf = (choices: Choices): number => (isOneIn(choices, 20) ? choices.between(-DAY, DAY) : 0);

const firms = (choices: Choices, kind: string, perCity: number): Firms => {
  const inCity = (city: (typeof HOME)[number], i: number) =>
    firmIn(city, `${kind}${String(i)}`, skewOf(choices));
  const [capital] = HOME;
  const places = Array.from({ length: perCity }, (_, i) => HOME.map((city) => [city, i] as const)).flat();
  const others = places.filter(([city, i]) => i > 0 || city !== capital);
  return [inCity(capital, 0), ...others.map(([city, i]) => inCity(city, i))];
};

const kindsFor = (pack: Pack): readonly CopyKind[] =>
  (Object.keys(COPY_KINDS) as CopyKind[]).filter((kind) => COPY_KINDS[kind](pack));

const withCopies = (workshop: Workshop, pack: Pack, number: number): Traded => {
  const copies = Array.from({ length: number }, () => {
    const [kind, ...kinds] = kindsFor(pack);
    if (kind === undefined) return undefined;
    const chosen = workshop.choices.oneOf([kind, ...kinds]);
    return { kind: chosen, scans: copyOf(workshop, chosen, pack) };
  }).filter((each) => each !== undefined);
  const scans = [...pack.scans, ...copies.flatMap((each) => each.scans)];
  return { ...pack, copies, scans: scans.sort((a, b) => a.recordedAt - b.recordedAt) };
};

/** Makes it; the same for the same seed. */
export const generate = ({ seed, packs, copied, most }: Size): readonly Traded[] => {
  const choices = new Choices(seed);
  const scanner = new Scanner(choices);
  const trade = {
    makers: firms(choices, 'maker', 1),
    wholesalers: firms(choices, 'wholesaler', 4),
    pharmacies: firms(choices, 'pharmacy', 40),
  };
  const workshop = { choices, scanner, trade };
  return Array.from({ length: packs }, (_, number) => {
    const copies = number === 0 ? most : number <= copied ? 1 : 0;
    return withCopies(workshop, honestPack(workshop, number), copies);
  });
};
