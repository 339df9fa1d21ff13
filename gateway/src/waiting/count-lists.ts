/** Matters that are counted by the lists that they lead to. */
import { dayOf, daysLater } from '@yaosu/chaincode/model/kernel/time';
import { sql, type RawBuilder } from 'kysely';
import { isInState } from '../alerts/alert-states.js';
import { isAlertVisible } from '../alerts/visible-alerts.js';
import { PAPERS_AHEAD_DAYS, type DeskMatter, type MatterName } from '../api/waiting.js';
import { batchesOf } from '../batch/queries.js';
import { countConflicts } from '../codes/conflicts/judge-aliases.js';
import type { Database } from '../db/open-database.js';
import { stockLines } from '../stock/queries.js';
import { papersOf } from '../validity/papers-of.js';
import type { RecordMatter } from './count-records.js';
import type { Asking, Count } from './counting.js';

const countOf = sql<number>`count(*)::int`.as('count');

const countRows = async (db: Database, from: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{ readonly count: number }>`select ${countOf} from ${from}`.execute(db);
  return rows[0]?.count ?? 0;
};

const batchesInProcess = async ({ caller, services: { db } }: Asking): Promise<number> => {
  const found = batchesOf(db, caller).where('batches.disposition', '=', 'inProcess');
  return (await found.clearSelect().select(countOf).executeTakeFirstOrThrow()).count;
};

/** Lines of stock that their holder has yet to inspect. */
const stockToInspect = async ({ caller, services: { db } }: Asking): Promise<number> => {
  const lines = stockLines(db, caller.enterprise)
    .where('status', '=', 'quarantine')
    .where('shipment', 'is', null);
  return (await db.selectFrom(lines.as('lines')).select(countOf).executeTakeFirstOrThrow()).count;
};

/** Open recalls, or drills, of what the enterprise holds and has not answered. */
const recallsToAnswer = (
  { caller: { enterprise }, services: { db } }: Asking,
  isDrill: boolean,
): Promise<number> => {
  const unanswered = sql`records as r
    where r.type = 'rec' and r.value ->> 'state' = 'open' and r.value -> 'drill' = ${String(isDrill)}::jsonb
      and exists (select from parcels as p where p.holder = ${enterprise} and not p.is_spent
        and p.batch in (select jsonb_array_elements_text(r.value -> 'batches')))
      and not exists (select from records as a
        where a.key = 'ans~' || (r.value ->> 'recall') || '~' || ${enterprise}::text)`;
  return countRows(db, unanswered);
};

/** Open alerts that are the enterprise's to look into. */
const alertsToTriage = ({ caller, services: { db, triages } }: Asking): Promise<number> => {
  const isOwn = sql`a.whose = ${caller.enterprise} and ${isAlertVisible(caller)}`;
  return countRows(db, sql`alerts as a where ${isOwn} and ${isInState('open', triages)}`);
};

const papersEnding = async ({ caller: { enterprise, at }, services: { db } }: Asking): Promise<number> => {
  const today = dayOf(at);
  return (await papersOf(db, { enterprise, today, until: daysLater(today, PAPERS_AHEAD_DAYS) })).length;
};

type ListMatter = Exclude<MatterName, RecordMatter | DeskMatter>;

const COUNTS: Readonly<Record<ListMatter, (asking: Asking) => Promise<number>>> = {
  batchesInProcess,
  stockToInspect,
  recallsToAnswer: (asking) => recallsToAnswer(asking, false),
  drillsToAnswer: (asking) => recallsToAnswer(asking, true),
  alertsToTriage,
  codeConflicts: countConflicts,
  papersEnding,
};

const isOfList = (name: MatterName): name is ListMatter => name in COUNTS;

/** Each by a question of its own. */
export const countLists: Count = (asking, names) =>
  Promise.all(names.filter(isOfList).map(async (name) => [name, await COUNTS[name](asking)] as const));
