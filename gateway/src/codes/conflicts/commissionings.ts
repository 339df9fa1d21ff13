/** Captured events by which second codes were commissioned as things of their own. */
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { sql } from 'kysely';
import type { Caller } from '../../access/caller.js';
import type { ConflictWord } from '../../api/code-conflicts.js';
import { shortTerm } from '../../api/epcis-terms.js';
import type { Database } from '../../db/open-database.js';
import { codeName } from '../../epcis/own-acts/names.js';
import { LEDGER } from '../../epcis/own-acts/own-event-rows.js';
import { isVisible } from '../../epcis/visible-events.js';
import type { AliasRow } from './alias-rows.js';

interface EventRow {
  readonly epc: string;
  readonly enterprise: string;
  readonly event_id: string;
  readonly biz_step: string;
  readonly record_time: string;
  readonly block: number;
  readonly tx_id: string;
}

const wordOf = (row: EventRow, code: string): ConflictWord => {
  const { event_id: event, enterprise, record_time: at, block, tx_id: txId } = row;
  return { by: 'event', code, key: null, event, enterprise, at, block, txId, product: null };
};

/** Events that the caller may read and that were not declared wrong, by second code. */
export const selectCommissionings = async (
  db: Database,
  caller: Caller,
  rows: readonly AliasRow[],
): Promise<ReadonlyMap<string, readonly ConflictWord[]>> => {
  const names = rows.map(({ value }) => codeName(value.alias));
  const { rows: events } = await sql<EventRow>`
    select x.epc, e.enterprise, e.event_id, e.biz_step, e.record_time, e.block, e.tx_id
    from epcis_epcs as x
    join epcis_events as e on e.enterprise = x.enterprise and e.hash = x.hash and e.declared = x.declared
    where x.epc like 'urn:yaosu:c:%' and x.epc = any(${names}) and x.declared = ''
      and e.enterprise <> ${LEDGER} and e.action = 'ADD' and e.biz_step is not null and ${isVisible(caller)}
      and not exists (select 1 from epcis_events as d
        where d.enterprise = e.enterprise and d.hash = e.hash and d.declared <> '')
    order by e.block, e.hash`.execute(db);
  const made = events.filter((row) => shortTerm(row.biz_step, VOCABULARIES.bizStep) === 'commissioning');
  return new Map(
    rows.map(({ value: { alias } }) => [
      alias,
      made.filter(({ epc }) => epc === codeName(alias)).map((row) => wordOf(row, alias)),
    ]),
  );
};
