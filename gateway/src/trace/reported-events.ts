/** What partners' systems have reported about the goods of a trail: captured events, which no contract has judged. */
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { sql } from 'kysely';
import type { Caller } from '../access/caller.js';
import { EPCIS_BASE } from '../api/epcis.js';
import type { ReadAnswer } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import { batchName, codeName } from '../epcis/own-acts/names.js';
import { LEDGER } from '../epcis/own-acts/own-event-rows.js';
import { shortTerm } from '../api/epcis-terms.js';
import { isVisible } from '../epcis/visible-events.js';

type Reported = ReadAnswer<'trail'>['reported'];

/** Records that stand for a code. */
const CODED = ['unit', 'obj', 'drum'];

const codesOf = (keys: Iterable<string>): readonly string[] =>
  [...keys].flatMap((key) => {
    const split = splitKey(key);
    const [code] = split?.parts ?? [];
    return split !== undefined && code !== undefined && CODED.includes(split.type) ? [codeName(code)] : [];
  });

/** Events about packs, containers, drums and lots of a trail, as far as the caller may read them; in order of their time. */
export const reportedEvents = async (
  db: Database,
  caller: Caller,
  goods: { readonly batches: readonly string[]; readonly keys: Iterable<string> },
): Promise<Reported> => {
  const names = [...codesOf(goods.keys), ...goods.batches.map(batchName)];
  const rows = await db
    .selectFrom('epcis_events as e')
    .select(['event_id', 'hash', 'type', 'action', 'biz_step', 'event_time', 'record_time'])
    .select(['enterprise', 'capture', 'block'])
    .where('e.enterprise', '!=', LEDGER)
    .where(isVisible(caller))
    .where(
      sql<boolean>`exists (select 1 from epcis_epcs as n where n.enterprise = e.enterprise and n.hash = e.hash
        and n.declared = e.declared and n.epc = any(${names}::text[]))`,
    )
    .orderBy('event_time')
    .orderBy('hash')
    .orderBy('event_id')
    .execute();
  return rows.map((row) => ({
    eventID: row.event_id,
    hash: row.hash,
    type: row.type,
    action: row.action,
    bizStep: row.biz_step === null ? null : shortTerm(row.biz_step, VOCABULARIES.bizStep),
    at: row.event_time,
    reportedBy: row.enterprise,
    reportedAt: row.record_time,
    attestation: `att~${row.capture}`,
    block: row.block,
    proof: `${EPCIS_BASE}/events/${encodeURIComponent(row.event_id)}/proof`,
  }));
};
