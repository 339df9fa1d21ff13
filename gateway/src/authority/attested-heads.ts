/** Heads of the chain of reads that stand on the ledger, and whether the chain still leads to them. */
import type { attestationRecord } from '@yaosu/chaincode/model/attestation/schemas';
import type * as z from 'zod';
import type { Database } from '../db/open-database.js';
import type { Chain } from './reads-journal.js';

/** A head on the ledger: number of entries and hash of the last, and where it stands. */
export interface AttestedHead {
  readonly count: number;
  readonly hash: string;
  readonly at: string;
  readonly block: number;
  readonly txId: string;
}

/** What a check of the chain has found. */
export interface ChainVerdict {
  readonly entries: number;
  /** Number of the first entry that does not follow from the one before, or that the ledger knows otherwise. */
  readonly brokenAt: number | null;
  readonly attested: AttestedHead | null;
}

type Attestation = z.infer<typeof attestationRecord>;

/** Heads that an organisation's gateway attested, the oldest first. */
export const attestedHeads = async (db: Database, enterprise: string): Promise<readonly AttestedHead[]> => {
  const rows = await db
    .selectFrom('records')
    .select(['value', 'block', 'tx_id'])
    .where('type', '=', 'att')
    .orderBy('block')
    .execute();
  return rows
    .map(({ value, block, tx_id: txId }) => ({ record: value as unknown as Attestation, block, txId }))
    .filter(({ record }) => record.kind === 'reads' && record.enterprise === enterprise)
    .map(({ record: { count, root, to }, block, txId }) => ({ count, hash: root, at: to, block, txId }));
};

/** Checks a chain in itself and against every head on the ledger. */
export const judgeChain = (
  { entries, hashes, brokenAt }: Chain,
  heads: readonly AttestedHead[],
): ChainVerdict => {
  const denied = heads.find(({ count, hash }) => hashes[count - 1] !== hash);
  const broken = [brokenAt, denied?.count].filter((each) => typeof each === 'number');
  return {
    entries: entries.length,
    brokenAt: broken.length === 0 ? null : Math.min(...broken),
    attested: heads.at(-1) ?? null,
  };
};
