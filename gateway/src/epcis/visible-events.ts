/** Which events a caller sees: those that its enterprise captured, and those of the ledger whose records it may read. */
import { sql, type RawBuilder } from 'kysely';
import { isReader } from '../access/authority-readers.js';
import { NOBODY, type Caller } from '../access/caller.js';
import { isOpenAt } from '../access/record-access.js';
import { LEDGER } from './own-acts/own-event-rows.js';

/** Who reads events, and when: an authority too reads them as a firm, what it reads of others by records and trails. */
export type Reader = Pick<Caller, 'enterprise' | 'at'>;

const asFirm = ({ enterprise, at }: Reader): Caller => ({
  ...NOBODY,
  enterprise,
  at,
});

/** Events of one side: whose they are, and whose master data describes them. */
export interface Side {
  readonly enterprise: string;
  readonly describedBy: string;
  readonly isSeen: RawBuilder<boolean>;
}

const isSeenOnLedger = (caller: Caller): RawBuilder<boolean> => sql<boolean>`(e.enterprise = ${LEDGER} and (
  exists (select 1 from batch_readers as b where b.batch = any(e.batches)
    and ${isReader('b.enterprise', caller)} and ${isOpenAt('b', caller.at)})
  or (cardinality(e.records) > 0 and not exists (
    select 1 from unnest(e.records) as needed(key) where not exists (
      select 1 from record_readers as r where r.key = needed.key and ${isReader('r.enterprise', caller)})))))`;

/** What a reader captured, and what it sees of the ledger: two conditions on `epcis_events as e`, so that each uses its index. */
export const sidesOf = (reader: Reader): readonly Side[] => {
  const caller = asFirm(reader);
  const { enterprise } = caller;
  return [
    { enterprise, describedBy: enterprise, isSeen: sql<boolean>`e.enterprise = ${enterprise}` },
    { enterprise: LEDGER, describedBy: enterprise, isSeen: isSeenOnLedger(caller) },
  ];
};

/** Condition on `epcis_events as e`; default deny. */
export const isVisible = (reader: Reader): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    sidesOf(reader).map(({ isSeen }) => isSeen),
    sql` or `,
  )})`;
