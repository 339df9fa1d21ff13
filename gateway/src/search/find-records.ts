import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { sql } from 'kysely';
import { mayRead } from '../access/record-access.js';
import { FOUND_TYPES, type FoundType, type SearchHit } from '../api/search.js';
import type { Finding } from './finding.js';

type Value = Readonly<Record<string, unknown>>;

/** The field of a record that people call it by. */
const TITLES: Partial<Readonly<Record<KeyType, string>>> = { ship: 'noteNo', rec: 'orderNo', ent: 'name' };

/** Ids are written by their beginning; a shorter one would be the beginning of too many. */
const ID = /^[0-9a-f]{6,64}$/;
const FULL_ID = 64;
const TYPED_KEY = new RegExp(`^(${FOUND_TYPES.join('|')})~[0-9a-f]{6,64}$`);
/** Types whose records are called by an id of their own. */
const BY_ID: readonly FoundType[] = FOUND_TYPES.filter((type) => type !== 'ent');

const isFoundType = (type: string): type is FoundType => FOUND_TYPES.some((each) => each === type);

/** Record of a row as a hit, where the caller may see it; else nothing tells that it is there. */
const seen = async (
  { services: { db }, caller }: Finding,
  { key, type, value }: { readonly key: string; readonly type: string; readonly value: Value },
  by: SearchHit['by'],
): Promise<readonly SearchHit[]> => {
  if (!isFoundType(type) || !(await mayRead(db, caller, key, value))) return [];
  const title = TITLES[type] === undefined ? null : value[TITLES[type]];
  const batch = type === 'batch' || type === 'unit' ? [String(value['batch'])] : [];
  const name = typeof title === 'string' ? title : null;
  return [{ key, type, by, title: name, drill: value['drill'] === true, batches: batch }];
};

const rowsOf = async (
  finding: Finding,
  rows: Promise<readonly { key: string; type: string; value: Value }[]>,
  by: SearchHit['by'],
): Promise<readonly SearchHit[]> => {
  const hits: SearchHit[] = [];
  for (const row of await rows) hits.push(...(await seen(finding, row, by)));
  return hits;
};

const keysMeant = (text: string): readonly string[] => {
  if (TYPED_KEY.test(text)) return [text];
  return ID.test(text) ? BY_ID.map((type) => `${type}~${text}`) : [];
};

/** Records by id or its beginning, as pages show them. */
export const findIds = async (finding: Finding, limit: number): Promise<readonly SearchHit[]> => {
  const hits: SearchHit[] = [];
  for (const key of keysMeant(finding.text.toLowerCase())) {
    const id = key.slice(key.indexOf('~') + 1);
    const rows = finding.services.db
      .selectFrom('records')
      .select(['key', 'type', 'value'])
      .where('key', '>=', key)
      .where('key', id.length === FULL_ID ? '<=' : '<', id.length === FULL_ID ? key : `${key}~`)
      .orderBy('key')
      .limit(limit)
      .execute();
    hits.push(...(await rowsOf(finding, rows, 'id')));
  }
  return hits.slice(0, limit);
};

/** Numbers that papers are called by: the note of a shipment, the order of a recall. */
export const findNumbers = async (finding: Finding, limit: number): Promise<readonly SearchHit[]> => {
  const { db } = finding.services;
  const rows = db
    .selectFrom('records')
    .select(['key', 'type', 'value'])
    .where('type', 'in', ['ship', 'rec'])
    .where(sql<boolean>`${finding.text} in (value ->> 'noteNo', value ->> 'orderNo')`)
    .orderBy('block', 'desc')
    .limit(limit)
    .execute();
  return rowsOf(finding, rows, 'number');
};

const isInName = (word: string) =>
  sql<boolean>`strpos(lower((value ->> 'name') || ' ' || (value ->> 'enterprise')), ${word}) > 0`;

const HOST_PREFIX = 'ent~host-%';

/** Firms by name or id: both are public. */
export const findFirms = async (finding: Finding, limit: number): Promise<readonly SearchHit[]> => {
  const { db } = finding.services;
  const rows = db
    .selectFrom('records')
    .select(['key', 'type', 'value'])
    .where('type', '=', 'ent')
    .where('key', 'not like', HOST_PREFIX)
    .where((eb) => eb.and(finding.words.map(isInName)))
    .orderBy('key')
    .limit(limit)
    .execute();
  return rowsOf(finding, rows, 'name');
};
