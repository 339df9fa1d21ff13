/** States that records go through. Where from, the model's tables say; where to is written here by hand. */
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { UNIT_STEPS } from '@yaosu/chaincode/model/code/states';
import { DOCUMENT_STEPS } from '@yaosu/chaincode/model/document/states';
import { INCIDENT_STEPS } from '@yaosu/chaincode/model/incident/states';
import { INVESTIGATION_ACTS } from '@yaosu/chaincode/model/recall/states';
import { SHIPMENT_STEPS } from '@yaosu/chaincode/model/shipment/states';
import { TASK_STEPS } from '@yaosu/chaincode/model/task/states';
import { OFFER_ACTS } from '@yaosu/chaincode/model/telemetry/states';
import { MANIFEST_ACTS } from '@yaosu/chaincode/model/waste/states';
import type { Fields } from './history.js';

/** State of a record that is not there. */
export const ABSENT = 'absent';

/** A change of state that an act may make. */
export interface Step {
  readonly act: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** One state of one type of record. */
export interface Machine {
  readonly type: KeyType;
  readonly name: string;
  readonly stateOf: (record: Fields) => string;
  readonly steps: readonly Step[];
}

const step = (act: string, from: readonly string[], ...to: readonly string[]): Step => ({ act, from, to });
const born = (act: string, ...to: readonly string[]): Step => step(act, [ABSENT], ...to);

const field = (type: KeyType, name: string, ...steps: readonly Step[]): Machine => ({
  type,
  name,
  stateOf: (record) => String(record[name]),
  steps,
});

/** A field that is null until something happens. */
const mark = (
  type: KeyType,
  name: string,
  births: readonly string[],
  ...steps: readonly Step[]
): Machine => ({
  type,
  name,
  stateOf: (record) => (record[name] === null || record[name] === undefined ? 'unset' : 'set'),
  steps: [...births.map((act) => born(act, 'unset')), ...steps],
});

const set = (act: string): Step => step(act, ['unset'], 'set');

/** The model calls a unit without a record untouched. */
const ofUnit = (act: keyof typeof UNIT_STEPS): readonly string[] =>
  UNIT_STEPS[act].map((state) => (state === 'untouched' ? ABSENT : state));

const lastOffer = (record: Fields): string => {
  const offers = record['offers'] as readonly Fields[];
  return offers.length === 0 ? 'none' : `${String(offers.length)} ${String(offers.at(-1)?.['state'])}`;
};

const MAX_OFFERS = 8;
const numbered = (states: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: MAX_OFFERS }, (_, i) => states.map((state) => `${String(i + 1)} ${state}`));

/** The same step on the first, second … offer. */
const onOffer = (act: keyof typeof OFFER_ACTS, to: string): readonly Step[] =>
  numbered(OFFER_ACTS[act]).map((from, i) => step(`Telemetry.${act}`, from, `${String(i + 1)} ${to}`));

const offered: readonly Step[] = numbered(['declined', 'lapsed']).map((ended, i) =>
  step(
    'Telemetry.offerContingency',
    i === 0 ? ['none'] : (numbered(['declined', 'lapsed'])[i - 1] ?? ended),
    `${String(i + 1)} proposed`,
  ),
);

const BATCH: readonly Machine[] = [
  field(
    'batch',
    'disposition',
    born('Batch.register', 'inProcess', 'quarantine'),
    step('Batch.transform', ['inProcess'], 'quarantine'),
    step('Batch.releaseFromSite', ['quarantine'], 'released'),
    step('Batch.reject', ['inProcess', 'quarantine', 'released'], 'rejected'),
  ),
  field(
    'batch',
    'market',
    born('Batch.register', 'none'),
    step('Batch.releaseToMarket', ['none'], 'released'),
  ),
  mark('hold', 'liftedBy', ['Batch.hold'], set('Batch.unhold')),
  field(
    'stop',
    'lifted',
    born('Recall.stop', 'false'),
    born('Recall.extend', 'false'),
    step('Recall.decide', ['false'], 'true'),
    step('Recall.decide', ['true'], 'false'),
    step('Recall.close', ['false'], 'true'),
  ),
];

const SHIPMENT: readonly Machine[] = [
  field(
    'ship',
    'state',
    born('Shipment.create', 'ready'),
    step('Shipment.load', SHIPMENT_STEPS.load, 'loaded'),
    // What was refused goes home on another shipment.
    step('Shipment.load', ['refused'], 'returning'),
    step('Shipment.receive', ['returning'], 'returned'),
    step('Shipment.handOver', SHIPMENT_STEPS.handOver, 'inTransit'),
    step('Shipment.arrive', SHIPMENT_STEPS.arrive, 'arrived'),
    step('Shipment.receive', SHIPMENT_STEPS.receive, 'received', 'partlyReceived'),
    step('Shipment.refuse', SHIPMENT_STEPS.refuse, 'refused'),
    step('Shipment.redirect', SHIPMENT_STEPS.redirect, 'inTransit'),
  ),
  field(
    'ship',
    'condition',
    born('Shipment.create', 'clear'),
    step('Telemetry.recordPages', ['clear'], 'pending'),
    step('Telemetry.reportLogger', ['clear'], 'pending'),
    step('Telemetry.dispose', ['pending'], 'clear'),
  ),
  {
    type: 'exc',
    name: 'offers',
    stateOf: lastOffer,
    steps: [
      born('Telemetry.recordPages', 'none'),
      born('Telemetry.reportLogger', 'none'),
      ...offered,
      ...onOffer('acknowledge', 'acknowledged'),
      ...onOffer('acceptContingency', 'accepted'),
      ...onOffer('declineContingency', 'declined'),
      ...onOffer('lapse', 'lapsed'),
      ...onOffer('executed', 'executed'),
    ],
  },
  mark('exc', 'disposition', ['Telemetry.recordPages', 'Telemetry.reportLogger'], set('Telemetry.dispose')),
];

const INCIDENT: readonly Machine[] = [
  field(
    'inc',
    'state',
    born('Incident.report', 'open'),
    step('Incident.close', INCIDENT_STEPS.close, 'closed'),
  ),
];

const WASTE: readonly Machine[] = [
  field(
    'man',
    'state',
    born('Waste.createManifest', 'draft'),
    step('Waste.depart', MANIFEST_ACTS.depart, 'departed'),
    step('Waste.void', MANIFEST_ACTS.void, 'voided'),
    step('Waste.refuseLoading', MANIFEST_ACTS.refuseLoading, 'voided'),
    step('Waste.handOver', MANIFEST_ACTS.handOver, 'inTransit'),
    step('Waste.accept', MANIFEST_ACTS.accept, 'accepted', 'partlyAccepted', 'refused'),
    step('Waste.close', MANIFEST_ACTS.close, 'closed'),
  ),
  field(
    'drum',
    'state',
    born('Waste.open', 'open'),
    step('Waste.seal', ['open'], 'sealed'),
    step('Waste.createManifest', ['sealed'], 'loaded'),
    step('Waste.void', ['loaded'], 'sealed'),
    step('Waste.refuseLoading', ['loaded'], 'sealed'),
    step('Waste.accept', ['loaded'], 'accepted', 'refused', 'missing'),
    step('Waste.close', ['refused'], 'sealed'),
  ),
  mark('fill', 'countedBy', ['Waste.fill'], set('Waste.trigger')),
];

const CODE: readonly Machine[] = [
  field(
    'unit',
    'state',
    step('Code.dispense', ofUnit('dispense'), 'dispensed'),
    step('Code.recordDispensed', ofUnit('recordDispensed'), 'dispensed'),
    step('Code.reverse', ofUnit('reverse'), 'reversed'),
    step('Code.decommission', ofUnit('decommission'), 'decommissioned'),
  ),
  field(
    'obj',
    'state',
    born('Code.commission', 'packed'),
    born('Code.aggregate', 'packed'),
    step('Code.disaggregate', ['packed'], 'opened'),
  ),
  field(
    'alias',
    'state',
    step('Code.alias', [ABSENT, 'withdrawn'], 'registered'),
    step('Code.withdrawAlias', ['registered'], 'withdrawn'),
  ),
  mark('alloc', 'commission', ['Code.reserve'], set('Code.commission')),
];

const PAPERS: readonly Machine[] = [
  field(
    'doc',
    'state',
    born('Batch.register', 'published'),
    born('Document.publish', 'published'),
    born('Document.supersede', 'published'),
    step('Document.supersede', DOCUMENT_STEPS.supersede, 'superseded'),
    step('Document.revoke', DOCUMENT_STEPS.revoke, 'revoked'),
  ),
  mark(
    'grant',
    'withdrawnAt',
    ['Document.grant', 'Shipment.load'],
    set('Document.withdraw'),
    step('Document.grant', ['set'], 'unset'),
    step('Shipment.load', ['set'], 'unset'),
  ),
  field(
    'order',
    'state',
    born('Order.place', 'placed'),
    step('Order.confirm', ['placed'], 'confirmed'),
    step('Order.shipNotice', ['confirmed'], 'shipped'),
    step('Stock.receive', ['shipped'], 'received', 'short'),
  ),
  field(
    'task',
    'state',
    born('Task.offer', 'offered'),
    step('Task.accept', TASK_STEPS.accept.from, 'accepted'),
    step('Task.decline', TASK_STEPS.decline.from, 'declined'),
    step('Task.withdraw', TASK_STEPS.withdraw.from, 'withdrawn'),
    step('Task.deliver', TASK_STEPS.deliver.from, 'delivered'),
    step('Task.acceptDelivery', TASK_STEPS.acceptDelivery.from, 'completed'),
    step('Task.dispute', TASK_STEPS.dispute.from, 'disputed'),
  ),
  mark('case', 'closedAt', ['Authority.openCase'], set('Authority.closeCase')),
];

const RECALL: readonly Machine[] = [
  field(
    'inv',
    'state',
    born('Recall.signal', 'signalled'),
    step('Recall.investigate', INVESTIGATION_ACTS.investigate, 'investigating'),
    step('Recall.seal', INVESTIGATION_ACTS.seal, 'sealed'),
    step('Recall.open', INVESTIGATION_ACTS.open, 'recalling'),
    step('Recall.close', INVESTIGATION_ACTS.close, 'closed'),
  ),
  field('rec', 'state', born('Recall.open', 'open'), step('Recall.close', ['open'], 'closed')),
];

/** Every state that a record goes through, save the status of parcels, which are made anew (see `parcel-status.ts`). */
export const MACHINES: readonly Machine[] = [
  ...BATCH,
  ...SHIPMENT,
  ...INCIDENT,
  ...WASTE,
  ...CODE,
  ...PAPERS,
  ...RECALL,
];
