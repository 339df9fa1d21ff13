/** Events that a single pack went through with the stock that it was taken from, as the ledger has it. */
import { sql, type RawBuilder } from 'kysely';
import { LEDGER } from './own-acts/own-event-rows.js';

/**
 * Names of the parcels that packs came from: back from the parcel that an act took the pack out of, within its lot. A
 * pallet is left for the one case that was opened, never for the other cases that stood on it.
 * @param codes the ledger's names of packs
 */
export const stockOfPacks = (codes: readonly string[]): RawBuilder<unknown> => sql`
  with recursive back(parcel, held, own, batch) as (
    select r.value ->> 'parcel', r.value ->> 'container', r.value ->> 'container', r.value ->> 'batch'
    from epcis_epcs as u
    join epcis_epcs as t on t.enterprise = u.enterprise and t.hash = u.hash and t.part = 'taken'
    join records as r on r.key = 'parcel~' || substr(t.epc, length('urn:yaosu:p:') + 1)
    where u.enterprise = ${LEDGER} and u.part = 'epc' and u.epc in (${sql.join([...codes])})
    union
    select r.value ->> 'parcel', r.value ->> 'container', coalesce(b.own, r.value ->> 'container'), b.batch
    from back as b
    join records as p on p.key = 'parcel~' || b.parcel
    cross join jsonb_array_elements_text(p.value -> 'from') as f(parcel)
    join records as r on r.key = 'parcel~' || f.parcel
    where r.value ->> 'batch' = b.batch and (b.held is null or b.held = b.own
      or r.value ->> 'container' in (b.own, b.held)))
  select 'urn:yaosu:p:' || parcel from back`;
