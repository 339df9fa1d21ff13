/** Serials on the line: reserved, commissioned, rejected. */
import { allocationRecord, commissionRecord, type AllocationRecord } from '../../model/code/schemas.js';
import type { CommissionPayload, RejectPayload, ReservePayload } from '../../model/code/serial-acts.js';
import { BLOCK_SIZE } from '../../model/code/states.js';
import { companyPrefixRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { assertUniform } from '../../rules/code/pack.js';
import { assertUnblocked } from '../../rules/stock/assert-usable.js';
import { assertOwn, signedByOf, signer, type ActTransaction } from '../act-transaction.js';
import { blocksOf, loadBatch } from '../goods/load-batch.js';
import { parcelKey, Parcels } from '../goods/parcels.js';

const numbersOf = ({ firstBlock, blocks }: { firstBlock: number; blocks: number }): readonly number[] =>
  Array.from({ length: blocks }, (_, i) => firstBlock + i);

/** Whoever has no prefix issues nothing. @throws PREFIX_FOREIGN */
const assertOwnPrefix = async (tx: ActTransaction<ReservePayload>): Promise<void> => {
  const { companyPrefix, enterprise } = tx.payload;
  const found = await tx.state.get(companyPrefixRecord, 'gcp', companyPrefix);
  if (found?.enterprise !== enterprise) throw new YaosuError('PREFIX_FOREIGN', { companyPrefix });
};

/** Handler of `Code.reserve`. */
export const reserve = async (tx: ActTransaction<ReservePayload>): Promise<{ key: string }> => {
  const { enterprise, prefix, keyVersion } = tx.payload;
  assertOwn(tx, 'issuer', enterprise);
  await assertOwnPrefix(tx);
  const keys: string[] = [];
  for (const block of numbersOf(tx.payload)) {
    const parts = [enterprise, prefix, String(block)] as const;
    if (await tx.state.has('alloc', ...parts)) throw new YaosuError('CODE_BLOCK_RESERVED', { block });
    const record = { enterprise, prefix, keyVersion, block, size: BLOCK_SIZE, commission: null };
    tx.state.put('alloc', parts, record);
    keys.push(keyOf('alloc', ...parts));
  }
  tx.emit('CodeBlocksReserved', keys);
  return { key: keys[0] ?? '' };
};

type Commission = ActTransaction<CommissionPayload>;

/** Serials that the source holds; its blocks are used up. @throws CODE_BLOCK_UNUSABLE */
const useSource = async (tx: Commission): Promise<number> => {
  const { source } = tx.payload;
  if (source.kind === 'list') return source.issued;
  const { enterprise } = signer(tx, 'producer');
  let issued = 0;
  for (const block of numbersOf(source)) {
    const parts = [enterprise, source.prefix, String(block)] as const;
    const found: AllocationRecord | undefined = await tx.state.get(allocationRecord, 'alloc', ...parts);
    if (found === undefined || found.commission !== null) {
      throw new YaosuError('CODE_BLOCK_UNUSABLE', { block });
    }
    tx.state.put('alloc', parts, { ...found, commission: tx.command.cmd });
    issued += found.size;
  }
  return issued;
};

/** A packed batch of the signer's own, that nothing stops. @throws CODE_BATCH_NOT_PACKED, BATCH_STOPPED, BATCH_HELD */
const assertPacked = async (tx: Commission): Promise<void> => {
  const batch = await loadBatch(tx, tx.payload.batch);
  assertOwn(tx, 'producer', batch.issuer);
  if (batch.kind !== 'packed') throw new YaosuError('CODE_BATCH_NOT_PACKED', { kind: batch.kind });
  assertUnblocked(batch, await blocksOf(tx, batch.batch), tx.at);
};

/** Loose stock goes into the commission. @returns the serialised parcel */
const serialise = async (tx: Commission): Promise<string> => {
  const { batch, count, site, status } = tx.payload;
  const { enterprise: holder } = signer(tx, 'producer');
  const parcels = new Parcels(tx);
  const wanted = { batch, quantity: String(count), unit: 'H87', holder, site, statuses: [status] };
  const taken = await parcels.take({ ...wanted, container: null });
  const first = assertUniform(taken);
  const from = taken.map(({ parcel }) => parcel).slice(0, MAX_FROM);
  return parcels.make({ ...first, quantity: String(count), container: tx.command.cmd, from });
};

/** What one parcel may name as its origin. */
const MAX_FROM = 100;

/** Handler of `Code.commission`. */
export const commission = async (tx: Commission): Promise<{ key: string; commission: string }> => {
  const { batch, count: used, root, source } = tx.payload;
  const { cmd } = tx.command;
  await assertPacked(tx);
  const issued = await useSource(tx);
  if (used > issued) throw new YaosuError('CODE_COUNT_EXCEEDED', { issued });
  const parcel = await serialise(tx);
  const { enterprise } = signer(tx, 'producer');
  const uniqueness = source.kind === 'blocks' ? 'proved' : 'unproved';
  const counts = { issued, used, rejected: 0, destroyed: 0 };
  const record = { commission: cmd, batch, enterprise, uniqueness, ...counts, root };
  tx.state.put('com', [batch, cmd], { ...record, signedBy: signedByOf(tx, 'producer'), at: tx.at });
  const contents = [{ from: null, batch, count: used }];
  const object = { code: cmd, kind: 'commission', enterprise, state: 'packed', parent: null, contents };
  tx.state.put('obj', [cmd], object);
  tx.emit('CodesCommissioned', [keyOf('com', batch, cmd), keyOf('obj', cmd), parcelKey(parcel)]);
  return { key: keyOf('com', batch, cmd), commission: cmd };
};

/** Handler of `Code.rejectOnLine`. */
export const rejectOnLine = async (tx: ActTransaction<RejectPayload>): Promise<{ key: string }> => {
  const { batch, commission: cmd, count, fate } = tx.payload;
  const record = await tx.state.get(commissionRecord, 'com', batch, cmd);
  if (record === undefined) throw new YaosuError('CODE_COMMISSION_NOT_FOUND');
  assertOwn(tx, 'producer', record.enterprise);
  const unused = record.issued - record.used - record.rejected - record.destroyed;
  if (count > unused) throw new YaosuError('CODE_COUNT_EXCEEDED', { unused });
  tx.state.put('com', [batch, cmd], { ...record, [fate]: record[fate] + count });
  tx.emit('CodesRejectedOnLine', [keyOf('com', batch, cmd)]);
  return { key: keyOf('com', batch, cmd) };
};
