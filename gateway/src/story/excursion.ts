/** Words of the excursion: the export is uploaded, a way out is taken, quality decides. */
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import type * as z from 'zod';
import type { loggerExportView } from '../api/uploads.js';
import { FIRM, glnOfSite } from './cast.js';
import { excursionsSeen, pageSeen, until } from './cold-chain.js';
import { EXCURSION } from './figures.js';
import { contentOf } from './papers.js';
import type { Stage } from './stage.js';
import { given, type World } from './world.js';

const DRIVER = 'carrier-driver';
const QUALITY = 'maker-qm';
const CALIBRATED_DAYS = 300;

/** What an upload answers. */
export type Uploaded = z.output<typeof loggerExportView>;

/** The driver uploads the export and signs its pages. */
export const upload = async (stage: Stage, world: World): Promise<Uploaded> => {
  const { exported, logger } = given(world, 'trip');
  const shipment = given(world, 'shipment');
  const { client } = await stage.as(DRIVER);
  const read = await client.upload('loggerExport', exported);
  stage.same('logger', read.logger, logger);
  const calibratedUntil = stage.day(CALIBRATED_DAYS);
  for (const pages of read.commands) {
    await stage.send(DRIVER, telemetryActs.recordPages, { shipment, logger, calibratedUntil, pages });
  }
  return read;
};

/** The carrier's quality publishes the original; the MAH reads in it what was uploaded. */
export const publishOriginal = async (stage: Stage, world: World, { document }: Uploaded): Promise<void> => {
  const publisher = 'carrier-quality';
  await stage.send(publisher, documentActs.publish, { ...document, kind: 'loggerExport', batch: null });
  const wrap = await stage.share(publisher, document.document, FIRM.maker);
  await stage.send(publisher, documentActs.grant, { ...wrap, until: null });
  const content = await contentOf(stage, QUALITY, document.document);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(given(world, 'trip').exported);
  stage.same('original as the MAH reads it', content?.['text'], text);
};

/** Figures of the device and of the peers, by hand. */
export const compareFigures = async (
  stage: Stage,
  read: Uploaded,
  found: readonly ExcursionRecord[],
): Promise<void> => {
  const [figures] = read.figures;
  stage.same('readings', read.readings, EXCURSION.readings);
  const { minimum, maximum, mean, alarms } = figures ?? {};
  const device = { minimum, maximum, mean, minutesBeyond: alarms?.[0]?.minutesBeyond };
  stage.same('figures of the device', device, EXCURSION.device);
  const { verdict, doubts, summary } = await pageSeen(stage, QUALITY, read.logger, 0);
  stage.same('verdict', [verdict, doubts], [EXCURSION.verdict, EXCURSION.doubts]);
  const { minimum: least, maximum: most } = EXCURSION.device;
  stage.same('range', [summary.minimum, summary.maximum], [least, most]);
  const episodes = found.map(({ bound, kind, minutes }) => ({ bound, kind, minutes }));
  stage.same('excursions', episodes, [EXCURSION.episode]);
};

const offersOf = ({ offers }: ExcursionRecord): readonly (readonly string[])[] =>
  offers.map(({ kind, state }) => [kind, state]);

/** The depot is passed over, the truck is declined, the warehouse takes the load. */
export const takeWayOut = async (stage: Stage, world: World, episode: string): Promise<void> => {
  const shipment = given(world, 'shipment');
  const named = { shipment, episode };
  const offered = (kind: string): Promise<ExcursionRecord> =>
    until(`offer of ${kind}`, async () => {
      const found = (await excursionsSeen(stage, QUALITY, shipment)).find((each) => each.episode === episode);
      const last = found?.offers.at(-1);
      return last?.kind === kind && last.state === 'proposed' ? found : undefined;
    });
  await offered('backupTruck');
  await stage.send('carrier-dispatch', telemetryActs.declineContingency, named);
  await offered('qualifiedWarehouse');
  await stage.send(DRIVER, telemetryActs.acknowledge, named);
  await stage.send('wholesale-keeper', telemetryActs.acceptContingency, named);
  await stage.send(DRIVER, shipmentActs.arrive, { shipment, site: glnOfSite(FIRM.wholesaler) });
  await stage.send(DRIVER, telemetryActs.executed, named);
  const after = (await excursionsSeen(stage, QUALITY, shipment)).find((each) => each.episode === episode);
  stage.same('offers', after === undefined ? [] : offersOf(after), EXCURSION.offers);
};

/** The MAH's quality releases the load: not for fewer minutes than were measured. @returns the deviation number */
export const dispose = async (
  stage: Stage,
  shipment: string,
  { episode, minutes }: ExcursionRecord,
  number: number,
): Promise<string> => {
  const deviationNo = `DEV-${stage.run}-${String(number)}`;
  const decision = {
    shipment,
    episode,
    outcome: 'release',
    deviationNo,
    stability: stage.digest('stability study IXZ-20, 25 °C, 120 minutes'),
  };
  if (minutes > EXCURSION.tooFewMinutes) {
    const tooFew = { ...decision, consumedMinutes: EXCURSION.tooFewMinutes };
    await stage.refused('EXCURSION_CONSUMPTION_WRONG', QUALITY, telemetryActs.dispose, tooFew);
  }
  await stage.send(QUALITY, telemetryActs.dispose, { ...decision, consumedMinutes: minutes });
  return deviationNo;
};
