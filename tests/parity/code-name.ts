/** Names of Fabric's validation codes that a row can meet. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'VALID',
  4: 'BAD_CREATOR_SIGNATURE',
  8: 'BAD_PROPOSAL_TXID',
  9: 'DUPLICATE_TXID',
  10: 'ENDORSEMENT_POLICY_FAILURE',
  11: 'MVCC_READ_CONFLICT',
  12: 'PHANTOM_READ_CONFLICT',
  18: 'CHAINCODE_VERSION_CONFLICT',
};

/** The name of a validation code, or the number where no row expects it. */
export function codeName(code: number): string {
  return NAMES[code] ?? `code ${String(code)}`;
}
