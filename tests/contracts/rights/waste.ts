import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest, freshId } from '../../support/payloads.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';
import { MAKER_GLN, type Name } from '../../support/cast.js';
import {
  MANIFEST_IN,
  depart,
  draftManifest,
  drumPayload,
  fillDrum,
  groundOf,
  manifestPayload,
  openDrum,
  planPayload,
  receipt,
  refusedLoading,
  sealDrum,
  streamPayload,
  WEIGHTS,
  type Trip,
} from '../../support/waste.js';

const { Waste } = ACTS;

const inState = (stage: Stage, state: string): Promise<Trip> => {
  const make = MANIFEST_IN[state];
  if (make === undefined) throw new Error(`no way to ${state}`);
  return make(stage);
};

const group = async (stage: Stage): Promise<Record<string, unknown>> => {
  const { stream } = await groundOf(stage);
  return { group: freshId(), operator: 'maker', site: MAKER_GLN, streams: [stream], threshold: '182000' };
};

const departing = async (stage: Stage): Promise<RightCommand> => {
  const { manifest } = await draftManifest(stage);
  const cosigners = [stage.actor('haulerDriver'), stage.actor('haulerEscort')];
  return { payload: { manifest, permit: null }, cosigners };
};

const handingOver = async (stage: Stage, name: Name): Promise<RightCommand> => {
  const { manifest } = await inState(stage, 'departed');
  const other = name === 'haulerRelief' ? 'haulerDriver' : 'haulerRelief';
  return { payload: { manifest, vehicle: '苏A·D0003' }, cosigners: [stage.actor(other)] };
};

const accepting = async (stage: Stage): Promise<RightCommand> => {
  const trip = await depart(stage, await draftManifest(stage));
  return { payload: receipt(trip), cosigners: [stage.actor('haulerDriver')] };
};

const planning = async (stage: Stage): Promise<RightCommand> => {
  await groundOf(stage);
  return { payload: planPayload({ planned: '600000000' }), cosigners: [stage.actor('disposerKeeper')] };
};

export const wasteRights: readonly Right[] = [
  { act: Waste.registerStream, may: ['makerWaste'], command: () => ({ payload: streamPayload() }) },
  { act: Waste.plan, may: ['makerWaste'], command: planning },
  {
    act: Waste.plan,
    may: ['disposerKeeper'],
    varies: { role: 'disposer', first: 'makerWaste' },
    command: planning,
  },
  {
    act: Waste.open,
    may: ['makerWaste'],
    command: async (stage) => ({ payload: drumPayload((await groundOf(stage)).stream) }),
  },
  {
    act: Waste.fill,
    may: ['makerWaste', 'makerProduction'],
    command: async (stage) => ({
      payload: { drum: await openDrum(stage), grams: '1000', sources: [] },
    }),
  },
  {
    act: Waste.seal,
    may: ['makerWaste'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const drum = await openDrum(stage);
      await fillDrum(stage, drum);
      return { payload: { drum, ...WEIGHTS } };
    },
  },
  { act: Waste.armGroup, may: ['makerWaste'], command: async (stage) => ({ payload: await group(stage) }) },
  {
    act: Waste.trigger,
    may: 'hosts',
    command: async (stage: Stage): Promise<RightCommand> => {
      const armed = await group(stage);
      await stage.must('makerWaste', Waste.armGroup, armed);
      const drum = await openDrum(stage);
      const fill = await fillDrum(stage, drum);
      return { payload: { group: armed['group'], fills: [{ drum, fill }] } };
    },
  },
  {
    act: Waste.createManifest,
    may: ['makerWaste'],
    command: async (stage) => ({ payload: manifestPayload([await sealDrum(stage)]) }),
  },
  {
    act: Waste.void,
    may: ['makerWaste'],
    command: async (stage) => ({ payload: { manifest: (await draftManifest(stage)).manifest } }),
  },
  {
    act: Waste.refuseLoading,
    may: ['haulerDriver', 'haulerRelief'],
    command: async (stage) => ({
      payload: refusedLoading((await draftManifest(stage)).manifest),
    }),
  },
  { act: Waste.depart, may: ['makerWaste'], command: departing },
  {
    act: Waste.depart,
    may: ['haulerDriver', 'haulerRelief'],
    varies: { role: 'driver', first: 'makerWaste' },
    command: departing,
  },
  { act: Waste.handOver, may: ['haulerDriver', 'haulerRelief'], command: handingOver },
  {
    act: Waste.handOver,
    may: ['haulerRelief'],
    varies: { role: 'taker', first: 'haulerDriver' },
    command: handingOver,
  },
  { act: Waste.accept, may: ['disposerKeeper'], command: accepting },
  {
    act: Waste.accept,
    may: ['haulerDriver', 'haulerRelief'],
    varies: { role: 'driver', first: 'disposerKeeper' },
    command: accepting,
  },
  {
    act: Waste.answer,
    may: ['makerWaste'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const { manifest, drums } = await inState(stage, 'accepted');
      const answer = { reason: 'weighing', statement: digest('statement') };
      return { payload: { manifest, drum: drums[0], ...answer } };
    },
  },
  {
    act: Waste.close,
    may: ['disposerKeeper'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const trip = await depart(stage, await draftManifest(stage));
      const cosigners = [stage.actor('haulerDriver')];
      await stage.must('disposerKeeper', Waste.accept, receipt(trip), { cosigners });
      return { payload: { manifest: trip.manifest, certificate: null } };
    },
  },
];
