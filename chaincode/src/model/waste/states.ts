/** Closed lists of the waste subject, and from which states a manifest's acts may go. */

/** What waste is kept in. */
export const DRUM_KINDS = ['drum', 'ibc', 'bag', 'tank'] as const;
/** A drum's way; `refused` waits on the road home until its manifest is closed, then it is `sealed` again. */
export const DRUM_STATES = ['open', 'sealed', 'loaded', 'accepted', 'refused', 'missing'] as const;
/** One of {@link DRUM_STATES}. */
export type DrumState = (typeof DRUM_STATES)[number];

/** Physical form of a stream. */
export const WASTE_FORMS = ['solid', 'semiSolid', 'liquid', 'sludge', 'gas'] as const;
/** Hazards of the catalogue: toxic, corrosive, ignitable, reactive, infectious. */
export const HAZARDS = ['T', 'C', 'I', 'R', 'In'] as const;
/** Classes and divisions of dangerous goods (GB 6944, UN Model Regulations chapter 2.0). */
export const DANGEROUS_CLASSES = [
  '1',
  '2.1',
  '2.2',
  '2.3',
  '3',
  '4.1',
  '4.2',
  '4.3',
  '5.1',
  '5.2',
  '6.1',
  '6.2',
  '7',
  '8',
  '9',
] as const;

/** States of a manifest: 草稿, 已发运, 运输中, 已接受 | 部分接受 | 拒收, 已办结, 作废. */
export const MANIFEST_STATES = [
  'draft',
  'departed',
  'inTransit',
  'accepted',
  'partlyAccepted',
  'refused',
  'closed',
  'voided',
] as const;
/** One of {@link MANIFEST_STATES}. */
export type ManifestState = (typeof MANIFEST_STATES)[number];

const onTheRoad = ['departed', 'inTransit'] as const;
const weighedIn = ['accepted', 'partlyAccepted', 'refused'] as const;

/** Act → the states that it may start from. */
export const MANIFEST_ACTS = {
  depart: ['draft'],
  void: ['draft'],
  refuseLoading: ['draft'],
  handOver: onTheRoad,
  accept: onTheRoad,
  answer: weighedIn,
  close: weighedIn,
} as const satisfies Readonly<Record<string, readonly ManifestState[]>>;
/** An act on a manifest. */
export type ManifestAct = keyof typeof MANIFEST_ACTS;

/** Why a carrier does not load what stands ready. */
export const LOADING_REFUSALS = [
  'labelMissing',
  'labelWrong',
  'leaking',
  'packagingUnfit',
  'weightDiffers',
  'vehicleUnfit',
  'papersMissing',
] as const;

/** What the acceptor says of a drum. */
export const DRUM_VERDICTS = ['accepted', 'refused', 'missing'] as const;
/** How a generator explains a difference. */
export const DIFFERENCE_REASONS = [
  'weighing',
  'evaporation',
  'spillage',
  'miscount',
  'lost',
  'other',
] as const;
