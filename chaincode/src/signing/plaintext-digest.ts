import { sha256Hex } from './bytes.js';
import { canonicalJson } from './canonical-json.js';

/** SHA-256 over salt and canonical content: the digest of a document that signers check for themselves. */
export const plaintextDigest = (salt: string, content: unknown): string =>
  sha256Hex(`${salt}${canonicalJson(content)}`);
