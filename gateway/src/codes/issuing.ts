/** Issuing: spaces, the serials in them, and which blocks of them the ledger knows. */
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import type { AllocationRecord } from '@yaosu/chaincode/model/code/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { SerialScheme } from '../api/codes.js';
import type { Database } from '../db/open-database.js';
import { requireOwnPrefix } from '../enterprise/company-prefix.js';
import { recordValue } from '../projection/directory.js';
import type { EnterpriseSecrets } from '../vault/enterprise-secrets.js';
import { newSerials, type Serials } from './serials.js';
import type { Space, SpaceStore } from './space-store.js';

/** Version of the key that new applications use. */
const KEY_VERSION = 1;

/** A run of blocks of a space. */
export interface Run {
  readonly firstBlock: number;
  readonly blocks: number;
}

/** What of issuing the routes need. */
export class Issuing {
  readonly #made = new Map<string, Serials>();

  constructor(
    readonly db: Database,
    readonly spaces: SpaceStore,
    readonly secrets: EnterpriseSecrets,
  ) {}

  /** The space of a GTIN under an own company prefix, remembered from now on. @throws ApiError PREFIX_FOREIGN */
  async space(enterprise: string, gtin: string, scheme: SerialScheme): Promise<Space> {
    await requireOwnPrefix(this.db, enterprise, ['01', gtin]);
    const keyVersion = KEY_VERSION;
    const prefix = this.secrets.serialSpace(enterprise, { gtin, scheme, keyVersion });
    const space = { enterprise, prefix, gtin, scheme, keyVersion };
    await this.spaces.add(space);
    return space;
  }

  /** Serials of a space. */
  serials({ enterprise, prefix, gtin, scheme, keyVersion }: Space): Serials {
    const made =
      this.#made.get(prefix) ??
      newSerials(scheme, this.secrets.serialKey(enterprise, { gtin, scheme, keyVersion }));
    this.#made.set(prefix, made);
    return made;
  }

  /** The block after all that are reserved of a space. */
  async nextBlock({ enterprise, prefix }: Space): Promise<number> {
    const row = await this.db
      .selectFrom('records')
      .select(sql<string | null>`max((value ->> 'block')::bigint)`.as('last'))
      .where('type', '=', 'alloc')
      .where('key', '>=', keyOf('alloc', enterprise, prefix, ''))
      .where('key', '<', `${keyOf('alloc', enterprise, prefix)}\u007f`)
      .executeTakeFirst();
    return row?.last == null ? 0 : Number(row.last) + 1;
  }

  /** Serials are told of blocks only that the enterprise has reserved. @throws CODE_BLOCK_UNUSABLE, CODE_COUNT_EXCEEDED */
  async assertIssued(space: Space, { firstBlock, blocks }: Run, count: number): Promise<void> {
    const issued = blocks * BLOCK_SIZE;
    if (count > issued) throw new ApiError('CODE_COUNT_EXCEEDED', { issued });
    const { enterprise, prefix } = space;
    for (let block = firstBlock; block < firstBlock + blocks; block += 1) {
      const record = await recordValue(this.db, keyOf('alloc', enterprise, prefix, String(block)));
      if (record === undefined) throw new ApiError('CODE_BLOCK_UNUSABLE', { block });
    }
  }

  /** Serials of reserved blocks. @throws as {@link assertIssued} */
  async issued(space: Space, run: Run, count: number): Promise<readonly string[]> {
    await this.assertIssued(space, run, count);
    return this.serials(space).at(run.firstBlock * BLOCK_SIZE, count);
  }

  /** The block in which a serial of a GTIN was issued, as the ledger has it; undefined for what nobody hosted here issued. */
  async find(
    gtin: string,
    serial: string,
  ): Promise<{ readonly block: AllocationRecord; readonly place: number } | undefined> {
    for (const space of this.spaces.ofGtin(gtin)) {
      const place = this.serials(space).placeOf(serial);
      if (place === undefined) continue;
      const block = String(Math.floor(place / BLOCK_SIZE));
      const record = await recordValue(this.db, keyOf('alloc', space.enterprise, space.prefix, block));
      if (record !== undefined) return { block: record as AllocationRecord, place };
    }
    return undefined;
  }

  /** Blocks that a commission used, in their order. */
  async blocksOf(commission: string): Promise<readonly AllocationRecord[]> {
    const rows = await this.db
      .selectFrom('records')
      .select('value')
      .where('type', '=', 'alloc')
      .where(sql<boolean>`value ->> 'commission' = ${commission}`)
      .orderBy(sql`(value ->> 'block')::bigint`)
      .execute();
    return rows.map(({ value }) => value as AllocationRecord);
  }
}
