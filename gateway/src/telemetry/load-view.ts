/** How one load is shown. */
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ShipmentState } from '@yaosu/chaincode/model/shipment/states';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { budgetLeft } from '@yaosu/chaincode/rules/telemetry/excursions';
import type { LoadView } from '../api/load-reads.js';
import { profileKeyOf, type Aboard } from './read-aboard.js';

/** States in which nothing is decided about a further way. */
const NOWHERE: readonly ShipmentState[] = ['arrived', 'refused'];

/** The way out that was accepted or is being gone, the newest one. */
const wayOut = (excursions: readonly ExcursionRecord[]): LoadView['next'] | undefined => {
  const taken = excursions
    .flatMap(({ offers }) => offers)
    .filter(({ state, site }) => site !== null && state === 'accepted')
    .sort((a, b) => (a.offeredAt < b.offeredAt ? 1 : -1));
  return taken[0] === undefined ? undefined : { enterprise: taken[0].enterprise, site: taken[0].site };
};

const nextOf = (load: ShipmentRecord, excursions: readonly ExcursionRecord[]): LoadView['next'] => {
  const out = wayOut(excursions);
  if (out !== undefined) return out;
  return NOWHERE.includes(load.state) ? null : { enterprise: load.consignee, site: load.to };
};

const atOf = ({ holder, arrival, lastHandOver, loadedAt }: ShipmentRecord): LoadView['at'] => ({
  enterprise: holder,
  site: arrival?.site ?? null,
  since: arrival?.at ?? lastHandOver?.at ?? loadedAt,
});

const profileOf = (
  load: ShipmentRecord,
  { profiles }: Aboard,
  excursions: readonly ExcursionRecord[],
): LoadView['profile'] => {
  const profile = profiles.get(profileKeyOf(load) ?? '');
  if (profile === undefined) return null;
  const { limits, neverFreeze, budgetMinutes } = profile;
  return { limits, neverFreeze, budgetMinutes, budgetLeftMinutes: budgetLeft(budgetMinutes, excursions) };
};

/** The load of a shipment. */
export const loadViewOf = (
  load: ShipmentRecord,
  aboard: Aboard,
  { block, alarm }: Pick<LoadView, 'block' | 'alarm'>,
): LoadView => {
  const { shipment, noteNo, state, consignor } = load;
  const excursions = aboard.excursions.get(shipment) ?? [];
  const waiting = excursions.filter(({ disposition }) => disposition === null).length;
  return {
    ...{ shipment, noteNo, state, alarm, consignor, block },
    at: atOf(load),
    next: nextOf(load, excursions),
    last: aboard.last.get(shipment) ?? null,
    profile: profileOf(load, aboard, excursions),
    excursions: { waiting, disposed: excursions.length - waiting },
  };
};
