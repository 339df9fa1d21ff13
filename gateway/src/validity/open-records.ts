/** What is open for a firm, and whom it depends on by that. */
import { isGood, type Approval } from '@yaosu/chaincode/rules/order/judge-supplier';
import { OPEN_STATES, type OpenRecord } from '@yaosu/chaincode/rules/validity/dependences';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { sql, type SqlBool } from 'kysely';
import type { Database } from '../db/open-database.js';
import { recordsNaming } from './queries.js';

type Value = Readonly<Record<string, unknown>>;

interface Row {
  readonly type: string;
  readonly value: Value;
}

const TYPES = Object.keys(OPEN_STATES) as OpenRecord['type'][];
const STATES = [...new Set(Object.values(OPEN_STATES).flat())];

const isOpen = ({ type, value }: Row): boolean =>
  (OPEN_STATES[type as OpenRecord['type']] as readonly unknown[]).includes(value['state']);

const siteKeysOf = ({ type, value }: Row): readonly string[] =>
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
