import type * as z from 'zod';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { CALLS } from './calls.js';
import type { Client } from './client.js';

/**
 * Stores content in the vault of the caller's enterprise and checks that the digest to be signed is of this content.
 * @param salt 32 random hex digits
 * @throws when the gateway answers with the digest of something else; ApiError
 */
export const storeDocument = async (
  client: Client,
  salt: string,
  content: Record<string, unknown>,
): Promise<z.output<(typeof CALLS)['storeDocument']['response']>> => {
  const receipt = await client.call('storeDocument', { salt, content });
  if (receipt.plaintextDigest !== plaintextDigest(salt, content)) {
    throw new Error('the gateway stored something else');
  }
  return receipt;
};
