import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';

/** What a key is worth now, in a word. */
export const standing = ({
  revokedAt,
  notBefore,
  notAfter,
}: Pick<KeyRecord, 'revokedAt' | 'notBefore' | 'notAfter'>): string => {
  const now = new Date().toISOString();
  if (revokedAt !== null) return 'revoked';
  if (now > notAfter) return 'expired';
  return now < notBefore ? 'notYetValid' : 'inForce';
};
