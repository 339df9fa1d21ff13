/** Counts the fills of a group of waste streams and triggers the transfer that is due. */
import { keyOf, splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { FillRecord, GroupRecord } from '@yaosu/chaincode/model/waste/schemas';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import type { Demand, DemandSource } from './demand.js';

/** Fills that one trigger may count. */
export const MAX_FILLS = 200;

type Group = Pick<GroupRecord, 'group' | 'threshold'>;
type Fill = Pick<FillRecord, 'drum' | 'fill' | 'grams'>;

/** The trigger of a group whose fills, the heaviest first, reach its threshold; undefined when they do not. */
export const triggerOf = ({ group, threshold }: Group, heaviest: readonly Fill[]): Demand | undefined => {
  const counted = heaviest.slice(0, MAX_FILLS);
  const grams = counted.reduce((sum, fill) => sum + BigInt(fill.grams), 0n);
  if (grams < BigInt(threshold)) return undefined;
  const fills = counted.map(({ drum, fill }) => ({ drum, fill }));
  return { act: wasteActs.trigger, payload: { group, fills } };
};

const groupsWith = async (db: Database, stream: string): Promise<readonly GroupRecord[]> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('type', '=', 'grp')
    .where(sql<boolean>`value -> 'streams' ? ${sql.lit(stream)}`)
    .orderBy('key')
    .execute();
  return rows.map(({ value }) => value as GroupRecord);
};

const uncounted = async (db: Database, { streams }: GroupRecord): Promise<readonly Fill[]> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('type', '=', 'fill')
    .where(sql`value ->> 'stream'`, 'in', streams)
    .where(sql`value ->> 'countedBy'`, 'is', null)
    .orderBy(sql`(value ->> 'grams')::numeric`, 'desc')
    .orderBy('key')
    .limit(MAX_FILLS)
    .execute();
  return rows.map(({ value }) => value as FillRecord);
};

/** Streams of groups; the matter of a group is that of its first stream. */
export const wasteDemands: DemandSource = {
  matterOf: (key, value) => {
    const type = splitKey(key)?.type;
    if (type === 'fill' && value['countedBy'] === null) return keyOf('stream', String(value['stream']));
    const [first] = type === 'grp' ? (value['streams'] as readonly string[]) : [];
    return first === undefined ? undefined : keyOf('stream', first);
  },
  openMatters: async ({ db }) => {
    const rows = await db.selectFrom('records').select('value').where('type', '=', 'grp').execute();
    const groups = rows.map(({ value }) => value as GroupRecord);
    return [...new Set(groups.flatMap(({ streams }) => streams.slice(0, 1)))].map((each) =>
      keyOf('stream', each),
    );
  },
  next: async ({ db }, matter) => {
    const [stream = ''] = splitKey(matter)?.parts ?? [];
    for (const group of await groupsWith(db, stream)) {
      const demand = triggerOf(group, await uncounted(db, group));
      if (demand !== undefined) return demand;
    }
    return undefined;
  },
};
