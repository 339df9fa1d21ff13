/** The figures that the story expects, written by hand; nothing of them is read from a server. */

/** Act 1: two lots of starting material, 250 kg each, half a kilogram of each for the samples. */
export const MATERIALS = {
  ordered: '500',
  lot: '250',
  sampled: '0.5',
  usable: '249.5',
  orderState: 'received',
  refusedFor: 'licence',
  alternates: ['linhe-chemical'],
  edges: 1,
} as const;

/** Act 2: 499 kg of both lots give 388 kg of 400 kg, 97 %, of which 0.5 kg is sampled. */
export const API_BATCH = {
  input: '249.5',
  made: '388',
  theoretical: '400',
  lost: '12',
  yieldLimits: { lower: 9_000, upper: 10_200 },
  deviation: null,
  sampled: '0.5',
  inStock: '387.5',
  parents: 4,
  people: 3,
  sold: '120',
  left: '267.5',
  usableAtMaker: '119.5',
} as const;

/** Act 2: the drum of spent solvent. */
export const SOLVENT = {
  code: '271-002-02',
  tareGrams: '18000',
  filledGrams: '164500',
} as const;

/** Act 7: one drum of spent solvent, 200 kg gross when it leaves, 180 kg on the disposer's scales; grams. */
export const WASTE = {
  code: '271-002-02',
  planned: '200000000',
  filled: '182000',
  sent: { gross: '200000', tare: '18000', net: '182000' },
  received: { gross: '180000', tare: '18000', net: '162000' },
  difference: '20000',
  reservedWhileOnTheWay: '182000',
  reservedAfterClosing: '0',
  settledAfterClosing: '162000',
  toleranceEdition: 1,
  reportedTo: ['generator', 'environment'],
} as const;
