/** A bill as the platform gets it: with the names of lots, as far as they are open to the firm. */
import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { BILL_KIND_WORDS } from '../api/bill-kinds.js';
import type { Database } from '../db/open-database.js';
import { isOpenTo } from '../documents/read-document.js';
import { nowInstant, type Ports } from '../ports.js';
import { recordValue } from '../projection/directory.js';
import type { LotName, LotNames } from '../vault/lot-names.js';
import type { BillRow } from './queries.js';
import type { SentBill } from './trace-platform.js';

/** What names of lots are read with. */
export interface NamingParts {
  readonly db: Database;
  readonly lotNames: LotNames;
  readonly ports: Pick<Ports, 'clock'>;
}

const nameOf = async (
  { db, lotNames, ports }: NamingParts,
  enterprise: string,
  batch: string,
): Promise<LotName | undefined> => {
  const row = await db.selectFrom('batches').select('identity').where('batch', '=', batch).executeTakeFirst();
  const key = keyOf('doc', row?.identity ?? '');
  const document = (await recordValue(db, key)) as DocumentRecord | undefined;
  if (document === undefined) return undefined;
  const isOpen = await isOpenTo(db, enterprise, document, nowInstant(ports.clock));
  return isOpen ? lotNames.of(enterprise, document) : undefined;
};

/** A bill with everything that the platform asks of it. */
export const sentBillOf = async (parts: NamingParts, row: BillRow): Promise<SentBill> => {
  const { id: bill, kind, enterprise, partner, at, day, tx_id: txId, reverses, quantity } = row;
  const names = new Map<string, LotName | undefined>();
  for (const batch of row.batches) names.set(batch, await nameOf(parts, enterprise, batch));
  const lines = row.lines.map(({ batch, ...line }) => {
    const { product = null, lot = null } = names.get(batch) ?? {};
    return { ...line, product, lot };
  });
  const { zh: kindName, direction } = BILL_KIND_WORDS[kind];
  return { bill, kind, kindName, direction, enterprise, partner, at, day, txId, reverses, quantity, lines };
};
