import { approvalRecord, licenceRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { PlacePayload } from '../../model/order/acts.js';
import { LICENCE_NEEDED, LISTED_BUYERS, type Disqualification } from '../../model/order/states.js';
import {
  isGood,
  judgeEntry,
  judgePapers,
  type Approval,
  type Credentials,
  type Licence,
} from '../../rules/order/judge-supplier.js';
import type { ActTransaction } from '../act-transaction.js';

type Place = ActTransaction<PlacePayload>;

/** Licences of an enterprise, by one partial range. */
export const licencesOf = ({ state }: ActTransaction, enterprise: string): Promise<readonly Licence[]> =>
  state.range(licenceRecord, 'lic', enterprise);

const credentialsOf = async (tx: Place, supplier: string): Promise<Credentials> => {
  const roles: string[] = [];
  for (const [role] of LICENCE_NEEDED) if (await tx.state.has('role', supplier, role)) roles.push(role);
  return { roles, licences: await licencesOf(tx, supplier) };
};

/** Makers buy by their approved list; others need none. */
const buysByList = async ({ state, payload }: Place): Promise<boolean> => {
  for (const role of LISTED_BUYERS) if (await state.has('role', payload.buyer, role)) return true;
  return false;
};

const judge = async (tx: Place): Promise<Disqualification | undefined> => {
  const { buyer, supplier, site, approval, lines } = tx.payload;
  if (approval !== null || (await buysByList(tx))) {
    const entry = approval === null ? undefined : await tx.state.get(approvalRecord, 'appr', buyer, approval);
    const materials = lines.map(({ material }) => material);
    const flaw = judgeEntry(entry, { supplier, site, materials });
    if (flaw !== undefined) return flaw;
  }
  return judgePapers(await credentialsOf(tx, supplier), site, tx.at);
};

/** Entries of the buyer's own list for the first material that are qualified now, in the order of their ids. */
const alternatesOf = async (tx: Place): Promise<readonly Approval[]> => {
  const { buyer, approval, lines } = tx.payload;
  const list = await tx.state.range(approvalRecord, 'appr', buyer);
  const candidates = list.filter(
    (entry) => entry.entry !== approval && entry.material === lines[0]?.material && isGood(entry),
  );
  const qualified: Approval[] = [];
  for (const entry of candidates) {
    const credentials = await credentialsOf(tx, entry.supplier);
    if (judgePapers(credentials, entry.site, tx.at) === undefined) qualified.push(entry);
  }
  return qualified.sort((a, b) => (a.entry < b.entry ? -1 : 1));
};

/** The supplier is qualified today, otherwise the refusal names who is. @throws SUPPLIER_NOT_QUALIFIED */
export const assertQualified = async (tx: Place): Promise<void> => {
  const reason = await judge(tx);
  if (reason === undefined) return;
  const alternates = await alternatesOf(tx);
  throw new YaosuError('SUPPLIER_NOT_QUALIFIED', {
    reason,
    alternates: alternates.map(({ entry }) => entry),
    suppliers: alternates.map(({ supplier }) => supplier),
  });
};
