import type * as z from 'zod';
import type { recordView } from '../api/schemas.js';
import { bare } from '../enterprise/queries.js';

interface Row {
  readonly key: string;
  readonly type: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly hash: string;
  readonly block: number;
  readonly tx_id: string;
}

/** A record as reads show it. */
export const viewOf = ({ key, type, value, hash, block, tx_id: txId }: Row): z.output<typeof recordView> => ({
  key,
  type,
  value: bare(value),
  hash,
  block,
  txId,
});
