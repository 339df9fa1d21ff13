/** Offers the contingencies of an open excursion, one after another, as long as nobody has taken one up. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { later } from '@yaosu/chaincode/model/kernel/time';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { OFFER_ACTS, OFFER_ENDED, type OfferState } from '@yaosu/chaincode/model/telemetry/states';
import { OFFER_MS } from '@yaosu/chaincode/rules/telemetry/excursions';
import { recordValue } from '../projection/directory.js';
import type { Demand, DemandSource, Later } from './demand.js';

type Contingencies = ShipmentRecord['contingencies'];

const UNANSWERED: readonly OfferState[] = OFFER_ACTS.lapse;

/** What an excursion demands at a time; `contingencies` are those of its shipment, in order. */
export const excursionDemand = (
  { shipment, episode, offers, disposition, report }: ExcursionRecord,
  contingencies: Contingencies,
  now: string,
): Demand | Later | undefined => {
  if (disposition !== null || report !== null) return undefined;
  const payload = { shipment, episode };
  const last = offers.at(-1);
  if (last === undefined || OFFER_ENDED.includes(last.state)) {
    const isLeft = contingencies.some(
      ({ kind, enterprise, site }) =>
        !offers.some(
          (offer) => offer.kind === kind && offer.enterprise === enterprise && offer.site === site,
        ),
    );
    return isLeft ? { act: telemetryActs.offerContingency, payload } : undefined;
  }
  if (!UNANSWERED.includes(last.state)) return undefined;
  const lapsesAt = later(last.offeredAt, OFFER_MS);
  return now < lapsesAt ? { nextAt: lapsesAt } : { act: telemetryActs.lapse, payload };
};

/** Excursions that nobody has disposed of. */
export const telemetryDemands: DemandSource = {
  matterOf: (key) => (key.startsWith('exc~') ? key : undefined),
  openMatters: async ({ db }) => {
    const rows = await db.selectFrom('records').select(['key', 'value']).where('type', '=', 'exc').execute();
    return rows.filter(({ value }) => value['disposition'] === null).map(({ key }) => key);
  },
  next: async ({ db, now }, matter) => {
    const excursion = (await recordValue(db, matter)) as ExcursionRecord | undefined;
    if (excursion === undefined) return undefined;
    const shipment = await recordValue(db, keyOf('ship', excursion.shipment));
    const { contingencies } = shipment as ShipmentRecord;
    return excursionDemand(excursion, contingencies, now);
  },
};
