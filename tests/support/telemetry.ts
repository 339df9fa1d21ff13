/** Cold shipments and what their loggers tell. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { withClock } from './clock.js';
import { FIRMS } from './cast.js';
import { digest, freshId, licence } from './payloads.js';
import { shipmentInTransit, type Underway } from './shipments.js';
import type { Stage } from './stage.js';

type Payload = Record<string, unknown>;
const { Telemetry, Enterprise } = ACTS;

const MINUTE_MS = 60_000;
/** The instant so many minutes ago, on the minute. */
export const minutesAgo = (minutes: number): string =>
  new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - minutes * MINUTE_MS).toISOString();

/** 2–8 °C, half an hour beyond at a time and an hour in all, never frozen. */
export const profilePayload = (change: Payload = {}): Payload => ({
  product: freshId(),
  edition: 1,
  limits: [
    {
      channel: 'temperature',
      minCentiCelsius: 200,
      maxCentiCelsius: 800,
      maxUnbrokenMinutes: 30,
      maxTotalMinutes: 60,
    },
  ],
  neverFreeze: true,
  budgetMinutes: 120,
  ...change,
});

/** The usual list: a warehouse with a licence for its site, then a second truck. */
export const CONTINGENCIES = [
  { kind: 'qualifiedWarehouse', enterprise: 'wholesaler', site: FIRMS.wholesaler.gln },
  { kind: 'backupTruck', enterprise: 'carrier', site: null },
];

const licensed = new WeakSet<Stage>();
const licenseWarehouse = async (stage: Stage): Promise<void> => {
  if (licensed.has(stage)) return;
  licensed.add(stage);
  const paper = { enterprise: 'wholesaler', kind: 'drugDistribution', sites: [FIRMS.wholesaler.gln] };
  await stage.must('regulatorRoot', Enterprise.addLicence, licence(paper));
};

/** A shipment on its way with a profile and a logger. */
export interface ColdShipment extends Underway {
  readonly logger: string;
}

/** `maker` sends goods of a profile to `wholesaler`. */
export const coldShipment = async (
  stage: Stage,
  profile: Payload = {},
  change: Payload = {},
): Promise<ColdShipment> => {
  await licenseWarehouse(stage);
  const payload = profilePayload(profile);
  await stage.must('makerQuality', Telemetry.setProfile, payload);
  const { product, edition } = payload;
  const logger = freshId();
  const named = { profile: { product, edition }, contingencies: CONTINGENCIES, ...change };
  const underway = await shipmentInTransit(stage, named, { loggers: [logger] });
  return { ...underway, logger };
};

/** That a logger is lost. */
export const loggerReport = ({ shipment, logger }: ColdShipment, change: Payload = {}): Payload => ({
  shipment,
  logger,
  cause: 'lost',
  reason: digest('the box was open'),
  ...change,
});

/** Readings every five minutes from so long ago on, hundredths of a degree. */
export const page = (sequence: number, minutes: number, values: readonly number[]): Payload => ({
  sequence,
  from: minutesAgo(minutes),
  intervalSeconds: 300,
  values: values.map((value, i) => value - (values[i - 1] ?? 0)),
});

/** What a logger tells of a shipment. */
export const pagesPayload = ({ shipment, logger }: ColdShipment, ...pages: readonly Payload[]): Payload => ({
  shipment,
  logger,
  calibratedUntil: '2049-12-31',
  pages,
});

/** Forty minutes at 9 °C, begun so long ago. */
export const WARM: readonly number[] = [500, ...new Array<number>(9).fill(900), 500];

/** An excursion of a shipment that is pending for it. */
export interface Episode extends ColdShipment {
  readonly episode: string;
}

/** Uploads a breach. */
export const excursion = async (
  stage: Stage,
  profile: Payload = {},
  change: Payload = {},
): Promise<Episode> => {
  const cold = await coldShipment(stage, profile, change);
  await stage.must('carrierDriver', Telemetry.recordPages, pagesPayload(cold, page(0, 120, WARM)));
  const [key = ''] = (await stage.network.state.records(`exc~${cold.shipment}`)).keys();
  return { ...cold, episode: key.split('~').at(-1) ?? '' };
};

/** What names an excursion. */
export const named = ({ shipment, episode }: Episode): Payload => ({ shipment, episode });

/** Longer than an offer stands. */
export const BEYOND_OFFER_MS = 125_000;

/** State of the last offer → how one gets there; `none` before the first. */
export const OFFER_IN: Readonly<Record<string, (stage: Stage) => Promise<Episode>>> = {
  none: (stage) => excursion(stage),
  proposed: async (stage) => {
    const found = await excursion(stage);
    await stage.follow('RegulatorMSP', Telemetry.offerContingency, named(found));
    return found;
  },
  acknowledged: async (stage) => {
    const found = await offered(stage);
    await stage.must('carrierDriver', Telemetry.acknowledge, named(found));
    return found;
  },
  accepted: async (stage) => {
    const found = await offered(stage);
    await stage.must('wholesalerKeeper', Telemetry.acceptContingency, named(found));
    return found;
  },
  declined: async (stage) => {
    const found = await offered(stage);
    await stage.must('wholesalerKeeper', Telemetry.declineContingency, named(found));
    return found;
  },
  lapsed: async (stage) => {
    const found = await offered(stage);
    await withClock(BEYOND_OFFER_MS, () => stage.follow('RegulatorMSP', Telemetry.lapse, named(found)));
    return found;
  },
  executed: async (stage) => {
    const found = await offered(stage);
    await stage.must('wholesalerKeeper', Telemetry.acceptContingency, named(found));
    await stage.must('carrierDriver', Telemetry.executed, named(found));
    return found;
  },
};

/** An excursion whose first contingency is offered. */
export const offered = async (stage: Stage): Promise<Episode> => {
  const found = await excursion(stage);
  await stage.follow('RegulatorMSP', Telemetry.offerContingency, named(found));
  return found;
};

/** Releases the load: 45 of its 120 minutes are used up. */
export const disposal = (found: Episode, change: Payload = {}): Payload => ({
  ...named(found),
  outcome: 'release',
  deviationNo: 'DEV-2026-0117',
  stability: digest('stability study'),
  consumedMinutes: 45,
  ...change,
});

/** Statuses of what is on board of a shipment. */
export const statusesOnBoard = async ({ network }: Stage, shipment: string): Promise<readonly unknown[]> => {
  const parcels = [...(await network.state.records('parcel~')).values()];
  return parcels
    .filter((parcel) => parcel['shipment'] === shipment && parcel['spentBy'] === null)
    .map((parcel) => parcel['status']);
};
