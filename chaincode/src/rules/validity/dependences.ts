/** How open records depend on the licences of a firm, each judged by the rule of the act that asks for them. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { OrderRecord } from '../../model/order/schemas.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import { SALE_PURPOSES } from '../../model/shipment/states.js';
import type { TaskRecord } from '../../model/task/schemas.js';
import type { ManifestRecord } from '../../model/waste/manifest-schemas.js';
import { judgePapers, type Licence } from '../order/judge-supplier.js';
import { isLicensedFor } from '../shipment/is-licensed-for.js';
import { isLicensedWarehouse } from '../telemetry/is-licensed-warehouse.js';
import {
  assertClassesLicensed,
  assertCodeLicensed,
  assertProvincesPermitted,
} from '../waste/assert-licensed.js';

/** A record that is not finished; a manifest with the GB/T 2260 areas of its two sites. */
export type OpenRecord =
  | { readonly type: 'order'; readonly value: OrderRecord }
  | { readonly type: 'ship'; readonly value: ShipmentRecord }
  | { readonly type: 'task'; readonly value: TaskRecord }
  | {
      readonly type: 'man';
      readonly value: ManifestRecord;
      readonly areas: { readonly fromArea: string; readonly toArea: string };
    };

/** States in which a record is open, by its type. */
export const OPEN_STATES = {
  order: ['placed', 'confirmed'],
  ship: ['ready', 'loaded', 'inTransit', 'arrived'],
  task: ['offered', 'accepted', 'disputed'],
  man: ['draft', 'departed', 'inTransit'],
} as const satisfies Readonly<Record<OpenRecord['type'], readonly string[]>>;

/** Who holds the papers, and what it is. */
export interface Holder {
  readonly enterprise: string;
  readonly roles: readonly string[];
}

/** Whether these licences of the holder carry the record at this time. */
export type Carries = (licences: readonly Licence[], at: string) => boolean;

/** How a record depends on licences of a holder; undefined when it does not. */
export type Dependence = (open: OpenRecord, holder: Holder) => Carries | undefined;

const passes = (judge: () => void): boolean => {
  try {
    judge();
    return true;
  } catch (error) {
    if (error instanceof YaosuError) return false;
    throw error;
  }
};

/** Orders of a supplier that are not shipped. */
export const ordersFromSupplier: Dependence = (open, { enterprise, roles }) =>
  open.type === 'order' && open.value.supplier === enterprise
    ? (licences, at) => judgePapers({ roles, licences }, open.value.site, at) === undefined
    : undefined;

/** Orders of a customer that are not shipped: they go to one of its addresses that is licensed. */
export const ordersByCustomer: Dependence = (open, { enterprise }) =>
  open.type === 'order' && open.value.buyer === enterprise
    ? (licences, at) => licences.some(({ sites }) => sites.some((site) => isLicensedFor(licences, site, at)))
    : undefined;

/** Sales on their way to a customer. */
export const shipmentsToCustomer: Dependence = (open, { enterprise }) =>
  open.type === 'ship' && open.value.consignee === enterprise && SALE_PURPOSES.includes(open.value.purpose)
    ? (licences, at) => isLicensedFor(licences, open.value.to, at)
    : undefined;

/** Loads that name a warehouse of the holder as a way out. */
export const shipmentsWithWayOut: Dependence = (open, { enterprise }) => {
  if (open.type !== 'ship') return undefined;
  const named = open.value.contingencies.filter(
    (each) => each.enterprise === enterprise && each.site !== null,
  );
  if (named.length === 0) return undefined;
  return (licences, at) => named.every(({ site }) => isLicensedWarehouse(licences, site, at));
};

/** Tasks of a CDMO that are not delivered. */
export const tasksOfCdmo: Dependence = (open, { enterprise }) =>
  open.type === 'task' && open.value.cdmo === enterprise
    ? (licences, at) => judgePapers({ roles: ['cdmo'], licences }, open.value.site, at) === undefined
    : undefined;

const ofDisposer = (open: OpenRecord, enterprise: string, isDraft: boolean): Carries | undefined => {
  if (open.type !== 'man' || (open.value.state === 'draft') !== isDraft) return undefined;
  const { disposer, code, to } = open.value;
  if (disposer !== enterprise) return undefined;
  return (licences, at) => passes(() => assertCodeLicensed(licences, code, at, to));
};

/** Drafted manifests to a disposer. */
export const draftsToDisposer: Dependence = (open, { enterprise }) => ofDisposer(open, enterprise, true);

/** Manifests on the road to a disposer. */
export const wasteOnTheRoad: Dependence = (open, { enterprise }) => ofDisposer(open, enterprise, false);

/** Drafted manifests that a carrier is to drive. */
export const draftsByCarrier: Dependence = (open, { enterprise }) => {
  if (open.type !== 'man' || open.value.state !== 'draft' || open.value.carrier !== enterprise)
    return undefined;
  const classes = open.value.lines.map(({ dangerousClass }) => dangerousClass);
  return (licences, at) => passes(() => assertClassesLicensed(licences, classes, at));
};

/** Drafted manifests across provinces to a disposer, which holds the approvals. */
export const draftsAcrossProvinces: Dependence = (open, { enterprise }) => {
  if (open.type !== 'man' || open.value.state !== 'draft' || open.value.disposer !== enterprise)
    return undefined;
  const transfer = { ...open.areas, generator: open.value.generator, code: open.value.code };
  return (licences, at) =>
    licences.some((permit) => passes(() => assertProvincesPermitted(transfer, permit, permit.evidence, at)));
};
