import { ACTS } from '@yaosu/chaincode/model/acts';
import { NAMES, CAST, type Name } from '../../support/cast.js';
import type { Right, RightCommand } from '../../support/right.js';
import { freshId } from '../../support/payloads.js';
import { internal, loadedShipment } from '../../support/shipments.js';
import type { Stage } from '../../support/stage.js';
import { withClock } from '../../support/clock.js';
import {
  BEYOND_OFFER_MS,
  OFFER_IN,
  coldShipment,
  disposal,
  excursion,
  loggerReport,
  named,
  offered,
  page,
  pagesPayload,
  profilePayload,
} from '../../support/telemetry.js';

const { Telemetry } = ACTS;

/** Owner and consignor, carrier, consignee. */
const ON_THE_SHIPMENT: readonly string[] = ['maker', 'carrier', 'wholesaler'];
const concerned: readonly Name[] = NAMES.filter((name) => ON_THE_SHIPMENT.includes(CAST[name].enterprise));

const withOffer = async (stage: Stage): Promise<RightCommand> => ({ payload: named(await offered(stage)) });

export const telemetryRights: readonly Right[] = [
  {
    act: Telemetry.setProfile,
    may: ['makerQuality', 'makerQp', 'rivalAll'],
    command: () => ({ payload: profilePayload() }),
  },
  {
    act: Telemetry.recordPages,
    may: concerned,
    command: async (stage) => ({ payload: pagesPayload(await coldShipment(stage), page(0, 60, [500, 500])) }),
  },
  {
    act: Telemetry.reportLogger,
    may: ['makerKeeper'],
    command: async (stage) => {
      const logger = freshId();
      const underway = await loadedShipment(stage, await internal(stage, 'maker'), { loggers: [logger] });
      return { payload: loggerReport({ ...underway, logger }) };
    },
  },
  {
    act: Telemetry.offerContingency,
    may: 'hosts',
    command: async (stage) => ({ payload: named(await excursion(stage)) }),
  },
  { act: Telemetry.acknowledge, may: ['carrierDriver'], command: withOffer },
  { act: Telemetry.acceptContingency, may: ['wholesalerKeeper'], command: withOffer },
  { act: Telemetry.declineContingency, may: ['wholesalerKeeper'], command: withOffer },
  {
    act: Telemetry.lapse,
    may: 'hosts',
    command: async (stage: Stage): Promise<RightCommand> => {
      const found = await excursion(stage);
      const offer = (): Promise<unknown> =>
        stage.follow('RegulatorMSP', Telemetry.offerContingency, named(found));
      await withClock(-BEYOND_OFFER_MS, offer);
      return { payload: named(found) };
    },
  },
  {
    act: Telemetry.executed,
    may: ['carrierDriver'],
    command: async (stage: Stage): Promise<RightCommand> => {
      const found = await OFFER_IN['accepted']?.(stage);
      if (found === undefined) throw new Error('no accepted offer');
      return { payload: named(found) };
    },
  },
  {
    act: Telemetry.dispose,
    may: ['makerQuality', 'makerQp'],
    command: async (stage) => ({ payload: disposal(await excursion(stage)) }),
  },
];
