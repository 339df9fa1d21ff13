import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { Database } from '../db/open-database.js';

/** Records of these types that name an enterprise as one of their readers. */
export const recordsNaming = (db: Database, enterprise: string, types: readonly KeyType[]) =>
  db
    .selectFrom('records')
    .select(['key', 'type', 'value'])
    .where('type', 'in', types)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('record_readers')
          .select('record_readers.key')
          .whereRef('record_readers.key', '=', 'records.key')
          .where('record_readers.enterprise', '=', enterprise),
      ),
    );
