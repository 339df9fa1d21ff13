/** Waste in each of its states, made by the acts themselves. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Name } from './cast.js';
import { digest, freshGln, freshId, licence, site } from './payloads.js';
import type { Stage } from './stage.js';
import { FIRMS, MAKER_GLN } from './cast.js';

type Payload = Record<string, unknown>;
const { Waste, Enterprise } = ACTS;

/** Spent solvent of `maker`. */
export const CODE = '271-002-02';
/** A code that `disposer` has no licence for. */
export const UNLICENSED_CODE = '271-006-50';
/** Number of the disposer's licence. */
export const DISPOSAL_LICENCE = '苏危 0001';
/** The present year, which plans are found by. */
export const thisYear = (): string => String(new Date().getUTCFullYear());
const PLANNED = '500000000';

/** A stream of `maker`. */
export const streamPayload = (change: Payload = {}): Payload => ({
  stream: freshId(),
  generator: 'maker',
  site: MAKER_GLN,
  code: CODE,
  edition: '2025',
  form: 'liquid',
  hazards: ['T', 'I'],
  hazardous: true,
  dangerousClass: '3',
  operator: 'maker',
  details: digest('composition'),
  ...change,
});

/** `maker` and `disposer` plan the year. */
export const planPayload = (change: Payload = {}): Payload => ({
  generator: 'maker',
  disposer: 'disposer',
  code: CODE,
  year: thisYear(),
  licence: DISPOSAL_LICENCE,
  planned: PLANNED,
  ...change,
});

/** What every manifest rests on. */
interface Ground {
  readonly stream: string;
  /** Site of the disposer in another province. */
  readonly farSite: string;
}

const grounds = new WeakMap<Stage, Promise<Ground>>();

const lay = async (stage: Stage): Promise<Ground> => {
  const farSite = freshGln();
  await stage.must('disposerRoot', Enterprise.addSite, { ...site('disposer', farSite), area: '330110' });
  const licences = [
    {
      enterprise: 'disposer',
      number: DISPOSAL_LICENCE,
      kind: 'hazardousWasteOperation',
      scope: [CODE],
      sites: [],
    },
    { enterprise: 'hauler', number: '苏交 0002', kind: 'dangerousGoodsTransport', scope: ['3'], sites: [] },
  ];
  for (const each of licences) await stage.must('envRoot', Enterprise.addLicence, licence(each));
  const cosigners = [stage.actor('disposerKeeper')];
  await stage.must('makerWaste', Waste.plan, planPayload(), { cosigners });
  return { stream: await newStream(stage), farSite };
};

/** Licences, a plan and a stream, once a stage. */
export const groundOf = (stage: Stage): Promise<Ground> => {
  const laid = grounds.get(stage) ?? lay(stage);
  grounds.set(stage, laid);
  return laid;
};

/** Registers a stream of `maker`. */
export const newStream = async (stage: Stage, change: Payload = {}): Promise<string> => {
  const payload = streamPayload(change);
  await stage.must('makerWaste', Waste.registerStream, payload);
  return String(payload['stream']);
};

/** A drum about to be opened. */
export const drumPayload = (stream: string): Payload => ({
  drum: freshId(),
  kind: 'drum',
  stream,
  tare: '18000',
});

/** Opens a drum. */
export const openDrum = async (stage: Stage, stream?: string): Promise<string> => {
  const payload = drumPayload(stream ?? (await groundOf(stage)).stream);
  await stage.must('makerWaste', Waste.open, payload);
  return String(payload['drum']);
};

/** Fills a drum; returns the name of the fill. */
export const fillDrum = async (stage: Stage, drum: string, grams = '182000'): Promise<string> => {
  const { cmd } = await stage.must('makerWaste', Waste.fill, { drum, grams, sources: [] });
  return cmd;
};

/** The usual weights: 200 kg gross, 18 kg tare. */
export const WEIGHTS = { gross: '200000', tare: '18000', net: '182000' } as const;

/** Opens, fills and seals a drum. */
export const sealDrum = async (stage: Stage, stream?: string): Promise<string> => {
  const drum = await openDrum(stage, stream);
  await fillDrum(stage, drum);
  await stage.must('makerWaste', Waste.seal, { drum, ...WEIGHTS });
  return drum;
};

/** A manifest of these drums. */
export const manifestPayload = (drums: readonly string[], change: Payload = {}): Payload => ({
  manifest: freshId(),
  disposer: 'disposer',
  to: FIRMS.disposer.gln,
  carrier: 'hauler',
  vehicle: '苏A·D0001',
  drums,
  ...change,
});

/** A manifest and its drums. */
export interface Trip {
  readonly manifest: string;
  readonly drums: readonly string[];
}

/** What a driver says who does not load a manifest of `maker`. */
export const refusedLoading = (manifest: string, change: Payload = {}): Payload => ({
  manifest,
  reason: 'leaking',
  evidence: digest('photo'),
  ...change,
});

/** Drafts a manifest of so many drums. */
export const draftManifest = async (stage: Stage, count = 1, change: Payload = {}): Promise<Trip> => {
  await groundOf(stage);
  const drums: string[] = [];
  for (let i = 0; i < count; i += 1) drums.push(await sealDrum(stage));
  const payload = manifestPayload(drums, change);
  await stage.must('makerWaste', Waste.createManifest, payload);
  return { manifest: String(payload['manifest']), drums };
};

/** What the acceptor's scales say: as sent, unless a drum is told otherwise. */
export const receipt = (
  { manifest, drums }: Trip,
  change: Readonly<Record<number, Payload>> = {},
): Payload => ({
  manifest,
  drums: drums.map((drum, i) => ({ drum, verdict: 'accepted', ...WEIGHTS, ...change[i] })),
  weighbridge: digest('weighbridge'),
});

/** A drum that weighs 20 kg less than it was sent with. */
export const LIGHTER = { gross: '180000', net: '162000' } as const;

/** Departs with a drafted manifest. */
export const depart = async (stage: Stage, trip: Trip): Promise<Trip> => {
  const { manifest } = trip;
  const cosigners = [stage.actor('haulerDriver')];
  const roles = ['generator', 'driver'];
  await stage.must('makerWaste', Waste.depart, { manifest, permit: null }, { cosigners, roles });
  return trip;
};

const accept = async (
  stage: Stage,
  trip: Trip,
  change: Readonly<Record<number, Payload>> = {},
): Promise<Trip> => {
  const cosigners = [stage.actor('haulerDriver')];
  await stage.must('disposerKeeper', Waste.accept, receipt(trip, change), { cosigners });
  return trip;
};
const gone = { verdict: 'refused' } as const;
const close = async (stage: Stage, trip: Trip): Promise<Trip> => {
  await stage.must('disposerKeeper', Waste.close, { manifest: trip.manifest, certificate: null });
  return trip;
};

/** State of a manifest → how one gets there. */
export const MANIFEST_IN: Readonly<Record<string, (stage: Stage) => Promise<Trip>>> = {
  draft: (stage) => draftManifest(stage),
  voided: async (stage) => {
    const trip = await draftManifest(stage);
    await stage.must('makerWaste', Waste.void, { manifest: trip.manifest });
    return trip;
  },
  departed: async (stage) => depart(stage, await draftManifest(stage)),
  inTransit: async (stage) => {
    const trip = await depart(stage, await draftManifest(stage));
    const cosigners = [stage.actor('haulerRelief')];
    const payload = { manifest: trip.manifest, vehicle: '苏A·D0002' };
    await stage.must('haulerDriver', Waste.handOver, payload, { cosigners });
    return trip;
  },
  accepted: async (stage) => accept(stage, await depart(stage, await draftManifest(stage)), { 0: LIGHTER }),
  partlyAccepted: async (stage) =>
    accept(stage, await depart(stage, await draftManifest(stage, 2)), { 0: gone }),
  refused: async (stage) => accept(stage, await depart(stage, await draftManifest(stage)), { 0: gone }),
  closed: async (stage) => close(stage, await accept(stage, await depart(stage, await draftManifest(stage)))),
};

/** Answers every difference of a manifest. */
export const answerAll = async (
  stage: Stage,
  { manifest, drums }: Trip,
  by: Name = 'makerWaste',
): Promise<void> => {
  for (const drum of drums) {
    const payload = { manifest, drum, reason: 'weighing', statement: digest('statement') };
    await stage.send(by, Waste.answer, payload);
  }
};
