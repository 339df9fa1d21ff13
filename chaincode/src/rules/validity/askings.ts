/** The one table of which act asks for which paper. It judges nothing: what depends on a paper is judged by the act's own rule. */
import type { Effect, PaperKind } from '../../model/validity/states.js';
import { licenceNeeded, type Licence } from '../order/judge-supplier.js';
import {
  draftsAcrossProvinces,
  draftsByCarrier,
  draftsToDisposer,
  ordersByCustomer,
  ordersFromSupplier,
  shipmentsWithWayOut,
  shipmentsToCustomer,
  tasksOfCdmo,
  wasteOnTheRoad,
  type Dependence,
} from './dependences.js';

/** Open records that depend on a paper; `isNext`: the act is their next step, so that it meets them and not only what follows. */
interface Waiting {
  readonly dependence: Dependence;
  readonly isNext: boolean;
}

/** An act that asks for a paper. */
export interface Asking {
  /** Contract and act. */
  readonly act: string;
  readonly effect: Effect;
  /** Whether it asks this of a firm of these roles. */
  readonly asks: (roles: readonly string[]) => boolean;
  readonly waiting: readonly Waiting[];
}

const always = (): boolean => true;
const refuses = (act: string, waiting: readonly Waiting[] = [], asks: Asking['asks'] = always): Asking => ({
  act,
  effect: 'refused',
  asks,
  waiting,
});

const place = (kind: Licence['kind']): Asking =>
  refuses(
    'Order.place',
    [{ dependence: ordersFromSupplier, isNext: false }],
    (roles) => licenceNeeded(roles) === kind,
  );
const offerTask = refuses('Task.offer', [{ dependence: tasksOfCdmo, isNext: false }], (roles) =>
  roles.includes('cdmo'),
);
const createShipment = refuses('Shipment.create', [
  { dependence: ordersByCustomer, isNext: true },
  { dependence: shipmentsToCustomer, isNext: false },
]);
const redirectShipment = refuses('Shipment.redirect');
const passOver: Asking = {
  act: 'Telemetry.offerContingency',
  effect: 'passedOver',
  asks: always,
  waiting: [{ dependence: shipmentsWithWayOut, isNext: true }],
};
const accept: Asking = {
  act: 'Waste.accept',
  effect: 'deviates',
  asks: always,
  waiting: [{ dependence: wasteOnTheRoad, isNext: true }],
};
const takeOver: Asking = { act: 'Waste.handOver', effect: 'deviates', asks: always, waiting: [] };
const depart = (dependence: Dependence): Asking => refuses('Waste.depart', [{ dependence, isNext: true }]);

/** Licence or certificate → acts that ask for it. Keys and functions are asked for by the table of acts (`asked-of-people.ts`). */
export const ASKINGS: Readonly<Record<Exclude<PaperKind, 'key' | 'appointment'>, readonly Asking[]>> = {
  drugManufacturing: [place('drugManufacturing'), offerTask, createShipment, redirectShipment],
  drugDistribution: [place('drugDistribution'), createShipment, redirectShipment, passOver],
  materialRegistration: [place('materialRegistration')],
  hazardousWasteOperation: [
    refuses('Waste.plan'),
    refuses('Waste.createManifest'),
    depart(draftsToDisposer),
    accept,
  ],
  dangerousGoodsTransport: [depart(draftsByCarrier), takeOver],
  crossProvinceTransfer: [depart(draftsAcrossProvinces)],
  gmpInspection: [],
  euGmp: [],
  cep: [],
  fdaInspection: [],
  supplierAudit: [],
  documentGrant: [],
  calibration: [{ act: 'Telemetry.recordPages', effect: 'notProven', asks: always, waiting: [] }],
};
