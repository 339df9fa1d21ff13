/** Matters that are records, counted among those that the list of their type shows to who asks. */
import type { DisputeRecord } from '@yaosu/chaincode/model/dispute/schemas';
import type { IncidentRecord } from '@yaosu/chaincode/model/incident/schemas';
import type { OrderRecord } from '@yaosu/chaincode/model/order/schemas';
import type { InvestigationRecord } from '@yaosu/chaincode/model/recall/schemas';
import { INVESTIGATION_STATES } from '@yaosu/chaincode/model/recall/states';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { TaskRecord } from '@yaosu/chaincode/model/task/schemas';
import type { ManifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { MANIFEST_STATES } from '@yaosu/chaincode/model/waste/states';
import { sql, type RawBuilder } from 'kysely';
import { isReaderOf } from '../access/authority-readers.js';
import type { MatterName } from '../api/waiting.js';
import type { Count } from './counting.js';

interface Records {
  readonly order: OrderRecord;
  readonly task: TaskRecord;
  readonly ship: ShipmentRecord;
  readonly inv: InvestigationRecord;
  readonly man: ManifestRecord;
  readonly inc: IncidentRecord;
  readonly disp: DisputeRecord;
}
type Type = keyof Records;

/** Some of what a value holds, at any depth. */
type PartOf<T> = T extends readonly (infer E)[]
  ? readonly PartOf<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> }
    : T;

/** Records of a type that hold one of these parts wait for an enterprise. */
interface Rule {
  readonly type: Type;
  readonly parts: (own: string) => readonly object[];
}

const records = <T extends Type>(type: T, parts: (own: string) => readonly PartOf<Records[T]>[]): Rule => ({
  type,
  parts,
});

const isUnfinished = (state: string): boolean => state !== 'closed' && state !== 'voided';
const ON_ITS_WAY = ['loaded', 'inTransit', 'arrived'] as const;

const investigated = (drill: boolean): Rule =>
  records('inv', () => INVESTIGATION_STATES.filter(isUnfinished).map((state) => ({ state, drill })));

const RULES = {
  ordersToConfirm: records('order', (supplier) => [{ state: 'placed', supplier }]),
  ordersToShip: records('order', (supplier) => [{ state: 'confirmed', supplier }]),
  tasksToAnswer: records('task', (cdmo) => [{ state: 'offered', cdmo }]),
  deliveriesToAccept: records('task', (client) => [{ state: 'delivered', client }]),
  shipmentsToLoad: records('ship', (consignor) => [{ state: 'ready', consignor }]),
  shipmentsComing: records('ship', (consignee) => ON_ITS_WAY.map((state) => ({ state, consignee }))),
  shipmentsCarried: records('ship', (carrier) => ON_ITS_WAY.map((state) => ({ state, carrier }))),
  offersToSign: records('ship', (taker) => [{ offer: { state: 'open', taker } }]),
  shipmentsPending: records('ship', () => [{ condition: 'pending' }]),
  investigations: investigated(false),
  drills: investigated(true),
  manifestsOpen: records('man', () => MANIFEST_STATES.filter(isUnfinished).map((state) => ({ state }))),
  differences: records('man', (owner) => [{ differences: [{ owner, answer: null }] }]),
  incidentsToClose: records('inc', (owner) => [{ state: 'open', owner }]),
  disputes: records('disp', () => [{ resolution: null }]),
} as const satisfies Partial<Readonly<Record<MatterName, Rule>>>;
/** Names a matter that is a record. */
export type RecordMatter = keyof typeof RULES;

const isOfRecords = (name: MatterName): name is RecordMatter => name in RULES;

// As the partial index has it (migration 15).
const MAY_WAIT = sql`(
  type = 'order' and value ->> 'state' in ('placed', 'confirmed')
  or type = 'task' and value ->> 'state' in ('offered', 'delivered')
  or type = 'ship' and (value ->> 'state' in ('ready', 'loaded', 'inTransit', 'arrived')
    or value ->> 'condition' = 'pending' or value -> 'offer' ->> 'state' = 'open')
  or type = 'inv' and value ->> 'state' <> 'closed'
  or type = 'man' and (value ->> 'state' not in ('closed', 'voided')
    or value -> 'differences' @> '[{"answer": null}]'::jsonb)
  or type = 'inc' and value ->> 'state' = 'open'
  or type = 'disp' and value -> 'resolution' = 'null'::jsonb)`;

const countOf = (name: RecordMatter, own: string): RawBuilder<number> => {
  const { type, parts } = RULES[name];
  const holds = parts(own).map((part) => sql`value @> ${JSON.stringify(part)}::jsonb`);
  return sql<number>`(count(*) filter (where type = ${sql.lit(type)} and (${sql.join(holds, sql` or `)})))::int
    as ${sql.ref(name)}`;
};

/** All of them by one question. */
export const countRecords: Count = async ({ caller, services: { db } }, names) => {
  const asked = names.filter(isOfRecords);
  if (asked.length === 0) return [];
  const counts = asked.map((name) => countOf(name, caller.enterprise));
  const { rows } = await sql<Record<RecordMatter, number>>`select ${sql.join(counts)} from records
    where ${MAY_WAIT} and ${isReaderOf('records.key', caller)}`.execute(db);
  return asked.map((name) => [name, rows[0]?.[name] ?? 0]);
};
