import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { Stored, Vault } from '../vault/vault.js';

/** What one of these authors stored here under a digest; undefined when none did, or its bytes are of another digest. */
export const openByAuthor = async (
  vault: Pick<Vault, 'open'>,
  authors: readonly string[],
  digest: string,
): Promise<Stored | undefined> => {
  for (const author of authors) {
    const found = await vault.open(author, digest);
    if (found !== undefined && plaintextDigest(found.salt, found.content) === digest) return found;
  }
  return undefined;
};
