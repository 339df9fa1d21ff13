/**
 * Statements that go with their record: words and photographs whose salted digest the ledger has, and by which others have
 * to decide than those who wrote them. Whoever may read the record may read them.
 */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { splitKey, type KeyType } from '@yaosu/chaincode/model/kernel/keys';

/** Where a record holds the digest of a statement, and who wrote it: a party of one of these acts on the record. */
export interface SharedStatement {
  /** Names of fields joined by `.`; a list stands for each of its members. */
  readonly field: string;
  readonly acts: readonly Act[];
}

const { Dispute, Incident, Recall, Shipment, Task, Telemetry, Waste } = ACTS;

/**
 * Type of record → its shared statements, each with why:
 * - `inc`: the owner closes what somebody else's driver has reported; the others learn what was made of it.
 * - `ship`: shipper and owner decide what becomes of a load that was refused at the door; who signs an offer has to know
 *   what it says.
 * - `exc`: the owner's quality disposes of a load whose logger the carrier has reported.
 * - `man`: a generator answers for a load that was not taken, and for differences by the ticket of the weighbridge; the
 *   acceptor closes by those answers; the certificate is the generator's proof of disposal.
 * - `disp`: who owns a dispute learns why it ended so.
 * - `rec`: everybody who has the goods acts by the reason; a recall is public.
 * - `inv`: who answers for the batch investigates what a pharmacy has signalled.
 * - `task`: client and contractor tell each other why one declined, withdrew or disputes.
 *
 * Everything else is a firm's own business: reasons of holds, results and deviations of quality, reports of logs, why units are
 * unaccounted for or a batch is out of scope, grounds of a case, agreements, stability, what a stream consists of.
 */
export const SHARED_STATEMENTS: Partial<Readonly<Record<KeyType, readonly SharedStatement[]>>> = {
  inc: [
    { field: 'evidence', acts: [Incident.report] },
    { field: 'closed.report', acts: [Incident.close] },
  ],
  ship: [
    { field: 'refusal.evidence', acts: [Shipment.refuse] },
    { field: 'redirects.refusal.evidence', acts: [Shipment.refuse] },
    { field: 'offer.refusal.evidence', acts: [Shipment.offer] },
  ],
  exc: [{ field: 'report.reason', acts: [Telemetry.reportLogger] }],
  man: [
    { field: 'refusal.evidence', acts: [Waste.refuseLoading] },
    { field: 'received.weighbridge', acts: [Waste.accept] },
    { field: 'differences.answer.statement', acts: [Waste.answer] },
    { field: 'closed.certificate', acts: [Waste.close] },
  ],
  disp: [{ field: 'resolution.reason', acts: [Dispute.resolve] }],
  rec: [{ field: 'reason', acts: [Recall.open] }],
  inv: [{ field: 'signal', acts: [Recall.signal] }],
  task: [
    { field: 'answered.reason', acts: [Task.decline, Task.withdraw] },
    { field: 'settled.reason', acts: [Task.dispute] },
  ],
};

const valuesAt = (value: unknown, path: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  const [field, ...rest] = path;
  if (field === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Readonly<Record<string, unknown>>)[field], rest);
};

/** Acts by which a digest may have come into a record as a shared statement; none when it is not one of this record. */
export const actsOfStatement = (
  key: string,
  value: Readonly<Record<string, unknown>>,
  digest: string,
): readonly Act[] => {
  const type = splitKey(key)?.type;
  const shared = (type === undefined ? undefined : SHARED_STATEMENTS[type]) ?? [];
  return shared
    .filter(({ field }) => valuesAt(value, field.split('.')).includes(digest))
    .flatMap(({ acts }) => acts);
};
