/** Who sees an alert: whose it is, who owns the lot or answers for it, and authorities of the lot's places. */
import { sql, type RawBuilder } from 'kysely';
import { isReader } from '../access/authority-readers.js';
import type { Caller } from '../access/caller.js';

const isAuthoritys = (caller: Caller): RawBuilder<boolean> =>
  caller.authority === null || caller.purpose === null
    ? sql<boolean>`false`
    : sql<boolean>`exists (select 1 from batch_readers as r where r.batch = any(a.batches)
        and ${isReader('r.enterprise', caller)})`;

/** Condition on `alerts as a`; default deny. */
export const isAlertVisible = (
  caller: Caller,
): RawBuilder<boolean> => sql<boolean>`(a.whose = ${caller.enterprise}
  or exists (select 1 from batches as b where b.batch = any(a.batches)
    and (b.owner = ${caller.enterprise} or b.mah = ${caller.enterprise}))
  or ${isAuthoritys(caller)})`;
