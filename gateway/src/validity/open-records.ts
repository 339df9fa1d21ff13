/** What is open for a firm, and whom it depends on by that. */
import type { Approval } from '@yaosu/chaincode/rules/order/judge-supplier';
import { isGood } from '@yaosu/chaincode/rules/order/judge-supplier';
import { OPEN_STATES, type OpenRecord } from '@yaosu/chaincode/rules/validity/dependences';
import { keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { sql, type SqlBool } from 'kysely';
import type { Database } from '../db/open-database.js';

/** A record of the caller's as the read model has it. */
export interface OwnRecord<V> {
  readonly key: string;
  readonly type: string;
  readonly value: V;
}

/** Records of these types that name an enterprise. */
export const recordsNaming = (db: Database, enterprise: string, types: readonly KeyType[]) =>
  db
    .selectFrom('records')
    .select(['key', 'type', 'value'])
    .where('type', 'in', types)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('record_readers')
          .select('record_readers.key')
          .whereRef('record_readers.key', '=', 'records.key')
          .where('record_readers.enterprise', '=', enterprise),
      ),
    );

type Value = Readonly<Record<string, unknown>>;

const TYPES = Object.keys(OPEN_STATES) as OpenRecord['type'][];
const STATES = [...new Set(Object.values(OPEN_STATES).flat())];

const isOpen = ({ type, value }: OwnRecord<Value>): boolean =>
  (OPEN_STATES[type as OpenRecord['type']] as readonly unknown[]).includes(value['state']);

const siteKeysOf = ({ type, value }: OwnRecord<Value>): readonly string[] =>
  type === 'man'
    ? [
        keyOf('site', String(value['generator']), String(value['from'])),
        keyOf('site', String(value['disposer']), String(value['to'])),
      ]
    : [];

const areasOf = async (db: Database, keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('records').select(['key', 'value']).where('key', 'in', keys).execute();
  return new Map(rows.map(({ key, value }) => [key, String(value['area'])]));
};

/** Records of a firm that are not finished. */
export const openRecordsOf = async (db: Database, enterprise: string): Promise<readonly OpenRecord[]> => {
  const read = await recordsNaming(db, enterprise, TYPES)
    .where(sql<SqlBool>`value ->> 'state' = any(${STATES}::text[])`)
    .orderBy('key')
    .execute();
  const open = read.filter(isOpen);
  const areas = await areasOf(db, open.flatMap(siteKeysOf));
  return open.map((row) => {
    const [from = '', to = ''] = siteKeysOf(row).map((key) => areas.get(key) ?? '');
    return {
      type: row.type,
      value: row.value,
      areas: { fromArea: from, toArea: to },
    } as unknown as OpenRecord;
  });
};

/** Firms that an open record names as parties. */
const partiesOf = (open: OpenRecord): readonly string[] => {
  switch (open.type) {
    case 'order':
      return [open.value.buyer, open.value.supplier];
    case 'ship': {
      const { consignor, consignee, carrier, contingencies } = open.value;
      return [consignor, consignee, carrier, ...contingencies.map((each) => each.enterprise)];
    }
    case 'task':
      return [open.value.client, open.value.cdmo];
    case 'man':
      return [open.value.generator, open.value.disposer, open.value.carrier];
  }
};

/** Firms that a firm depends on: parties of what is open, those of this year's plans, and suppliers on its list that may deliver. */
export const partnersOf = async (
  db: Database,
  { enterprise, today }: { readonly enterprise: string; readonly today: string },
  open: readonly OpenRecord[],
): Promise<readonly string[]> => {
  const rows = await recordsNaming(db, enterprise, ['appr', 'plan']).execute();
  const standing = rows.flatMap(({ type, value }) => {
    if (type === 'appr') return isGood(value as unknown as Approval) ? [String(value['supplier'])] : [];
    return String(value['year']) < today.slice(0, 4)
      ? []
      : [String(value['generator']), String(value['disposer'])];
  });
  const all = new Set([...standing, ...open.flatMap(partiesOf)]);
  all.delete(enterprise);
  return [...all].sort();
};
