import { REGULATOR, hostEnterprise } from '@yaosu/chaincode/model/organisations';
import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { attestedHeads, judgeChain } from './attested-heads.js';

/** `GET /api/authority/reads`: what the caller's authority has read, and whether the chain of all reads is whole. */
export const listReads: ReadHandler<'authorityReads'> = async ({ query, caller, services }) => {
  const { db, readsJournal } = services;
  if (caller.authority === null) throw new ApiError('ROUTE_NOT_FOUND');
  const chain = await readsJournal.chain();
  const heads = await attestedHeads(db, hostEnterprise(REGULATOR));
  const before = query.cursor === undefined ? Infinity : Number(query.cursor);
  if (Number.isNaN(before)) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  const own = chain.entries.filter(({ enterprise, seq }) => enterprise === caller.enterprise && seq < before);
  const reads = own.slice(-query.limit).reverse();
  const next = own.length > reads.length ? String(reads.at(-1)?.seq) : null;
  return { reads, next, chain: judgeChain(chain, heads) };
};
