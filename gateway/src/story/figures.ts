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

/** Act 2: 120 kg commissioned at 3,200 a kilogram, delivered in time and in full. */
export const COMMISSION = {
  ordered: '120',
  price: '3200',
  otherPrice: '3200.01',
  floorPercent: '96',
  compensation: { perDayLatePercent: '0.5', perPercentShortPercent: '1', atMostPercent: '20' },
  proved: [true, false, false],
  owed: ['384000', '0'],
  state: 'completed',
} as const;

/** Act 2: the drum of spent solvent. */
export const SOLVENT = {
  code: '271-002-02',
  tareGrams: '18000',
  filledGrams: '164500',
} as const;

/** Act 3: printed cartons, 50 sampled at the printer's and 50 on receipt. */
export const CARTONS = { printed: '10600', sampled: '50', bought: '10500', left: '50' } as const;

/** Act 3: 105 kg API give 209,000 tablets of 210,000. */
export const BULK = {
  api: '105',
  made: '209000',
  theoretical: '210000',
  lost: '1000',
  yieldLimits: { lower: 9_500, upper: 10_100 },
  sampled: '100',
  usable: '208900',
  left: '900',
} as const;

/** Act 3: 10,000 packs of 20 tablets, 60 of them rejected on the line; 99 cases of 100 and one of 40. */
export const PACKED = {
  run: { lot: 'AH-2601', tablets: '200000', cartons: '10000', packs: '9940', lost: '60' },
  serials: { issued: 10_000, used: 9_940, rejected: 60, unused: 0 },
  inStock: '9940',
  sampled: '20',
  perCase: 100,
  cases: 100,
  lastCase: 40,
  /** Batches behind it that the maker sees: bulk, two of cartons, two of API, the CDMO's two lots. */
  parents: 7,
  /** The supplier's own lots, which only the CDMO was told of. */
  hidden: 2,
} as const;

/** Act 3: two small batches of the same bulk. */
export const SIBLINGS = {
  runs: [
    { lot: 'AH-2602', tablets: '4000', cartons: '200', packs: '200', lost: null },
    { lot: 'AH-2603', tablets: '4000', cartons: '200', packs: '200', lost: null },
  ],
  serials: { issued: 1_000, used: 200, rejected: 0, unused: 800 },
  inStock: '200',
  sampled: '5',
  perCase: 100,
} as const;

/** Act 6: one case of 100 to the pharmacy; three packs dispensed, one more off line, one comes back. */
export const TRADE = {
  onPallet: 9_940,
  inCase: 100,
  atWholesaler: '9840',
  atPharmacy: [
    ['acceptable', '96', 'H87'],
    ['pending', '1', 'H87'],
  ],
  onArrival: [['acceptable', '100', 'H87']],
  dispensed: 3,
  deviations: [{ code: 'BATCH_HELD', owner: 'renxin-pharmacy' }],
  dispute: { cause: 'PARCELS_INSUFFICIENT', owners: ['anhe-pharma', 'renxin-pharmacy'] },
} as const;

/** Act 7: the drum is 182.5 kg gross when it leaves and 162.5 kg on the disposer's scales; grams. */
export const WASTE = {
  planned: '200000000',
  sent: { gross: '182500', tare: '18000', net: '164500' },
  received: { gross: '162500', tare: '18000', net: '144500' },
  difference: '20000',
  reservedWhileOnTheWay: '164500',
  reservedAfterClosing: '0',
  settledAfterClosing: '144500',
  toleranceEdition: 1,
  reportedTo: ['generator', 'environment'],
} as const;

/** Act 4: the whole pallet goes to the wholesaler; 2 to 8 °C, half an hour beyond at a time, 120 minutes in all. */
export const TRIP = {
  packs: '9940',
  minCentiCelsius: 200,
  maxCentiCelsius: 800,
  maxUnbrokenMinutes: 30,
  maxTotalMinutes: 60,
  budgetMinutes: 120,
} as const;

/** Act 5: six hours at 5 °C with one time of eight readings at 9 °C, 40 minutes above 8 °C. */
export const EXCURSION = {
  readings: 73,
  device: { minimum: 480, maximum: 900, mean: 540, minutesBeyond: 40 },
  verdict: 'breach',
  doubts: ['notLoggerSigned'],
  /** The upper limit, second of the profile's bounds. */
  episode: { bound: 1, kind: 'unbroken', minutes: 40 },
  tooFewMinutes: 39,
  consumedMinutes: 40,
  offers: [
    ['backupTruck', 'declined'],
    ['qualifiedWarehouse', 'executed'],
  ],
} as const;

/** Act 8: seven batches grew from the lot; two market batches are recalled, the third is excluded. */
export const RECALL = {
  members: 7,
  /** The CDMO's own: the lot and the API. */
  provisional: 2,
  class: 'I',
  noticeDays: 1,
  destroyed: '100',
  returning: '96',
  /** Who holds what when the responses begin: batch in scope, holder, packs. */
  holders: [
    ['first', 'huida-wholesale', '9740'],
    ['first', 'renxin-pharmacy', '97'],
    ['second', 'anhe-pharma', '200'],
  ],
  silentBefore: ['anhe-pharma', 'huida-wholesale', 'renxin-pharmacy'],
  silentAfterTwo: ['anhe-pharma'],
  counts: {
    wholesaler: { received: '9940', onHand: '9740', forwarded: '100', destroyed: '100' },
    pharmacy: { received: '100', onHand: '1', inTransit: '96', used: '3' },
    maker: { received: '200', onHand: '200' },
  },
  /** Of the first batch in all: 9,740 at the wholesaler and 1 at the pharmacy. */
  reconciled: { received: '9940', onHand: '9741', inTransit: '96', destroyed: '100', used: '3' },
} as const;

/** Act 9: behind the dispensed pack. */
export const TRAIL = {
  /** Of the authority's case. */
  purpose: 'complaint',
  /** Packed, bulk, cartons at the maker's and at the printer's, API twice, two lots at the CDMO's and the supplier's. */
  batches: 10,
  levels: 5,
  releasesFromSite: 10,
  releasesToMarket: 1,
  /** Hand-overs and receipts have two signatures. */
  custodySignatures: 2,
  contracts: ['Batch', 'Code', 'Document', 'Quality', 'Recall', 'Shipment', 'Stock', 'Telemetry', 'Waste'],
} as const;
