import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import type * as z from 'zod';
import type { batchIdentityContent } from '../api/schemas.js';
import type { Vault } from './vault.js';

/** How a batch is called in its identity document. */
export type LotName = Pick<z.output<typeof batchIdentityContent>, 'name' | 'product' | 'lot'>;

/** Names of all an enterprise's lots and of its partners' are kept, as far as somebody searched for them. */
const MAX_KEPT = 50_000;

/**
 * Names of lots as enterprises may read them, kept once opened: an identity document never changes. Whether it is still
 * open to the enterprise is for the caller to ask.
 */
export class LotNames {
  readonly #kept = new Map<string, LotName>();

  constructor(readonly vault: Pick<Vault, 'read'>) {}

  /** Undefined where its bytes or the enterprise's wrap are not here. */
  async of(
    enterprise: string,
    { document, ciphertextDigest }: Pick<DocumentRecord, 'document' | 'ciphertextDigest'>,
  ): Promise<LotName | undefined> {
    const at = `${enterprise} ${document}`;
    const known = this.#kept.get(at);
    if (known !== undefined) return known;
    const opened = await this.vault.read(enterprise, ciphertextDigest);
    if (opened === undefined) return undefined;
    const { name, product, lot } = opened.content as LotName;
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#kept.set(at, { name, product, lot });
    return { name, product, lot };
  }
}
