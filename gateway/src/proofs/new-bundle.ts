/** Makes bundles: records, the transactions that wrote them, and the way up to the last checkpoint. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { contentsOf } from '@yaosu/network/log/block-leaf';
import { hexOfHash } from '@yaosu/network/log/tree-hash';
import { blockParts } from '@yaosu/network/block-parts';
import type { Bundle, ProvenBlock, ProvenRecord } from '../api/proof-schemas.js';
import type { Services } from '../services.js';

interface RecordRow {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly block: number;
  readonly tx_id: string;
}

interface Place {
  readonly block: number;
  readonly index: number;
}

/** Where transactions stand, and with which keys they were signed. */
const placesOf = async (
  { db }: Services,
  rows: readonly RecordRow[],
): Promise<Map<string, Place & { readonly kids: readonly string[] }>> => {
  const found = await db
    .selectFrom('transactions')
    .select(['tx_id', 'block', 'index', 'parties'])
    .where('code', '=', 0)
    .where('tx_id', 'in', [...new Set(rows.map((row) => row.tx_id))])
    .execute();
  return new Map(
    found.map(({ tx_id: txId, block, index, parties }) => [
      txId,
      { block, index, kids: parties.map(({ kid }) => kid) },
    ]),
  );
};

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => (a.key < b.key ? -1 : 1);

const provenOf = (rows: readonly RecordRow[], places: ReadonlyMap<string, Place>): ProvenRecord[] =>
  rows
    .map(({ key, value, tx_id: txId }) => {
      const place = places.get(txId);
      if (place === undefined) throw new Error(`transaction ${txId} is not in the read model`);
      return { key, block: place.block, index: place.index, value };
    })
    .sort(byKey);

const keysOf = async ({ db }: Services, kids: readonly string[]): Promise<readonly RecordRow[]> =>
  db
    .selectFrom('records')
    .select(['key', 'value', 'block', 'tx_id'])
    .where(
      'key',
      'in',
      [...new Set(kids)].map((kid) => keyOf('key', kid)),
    )
    .execute();

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A block with the envelopes that are asked for. */
const blockOf = async (
  { access }: Services,
  number: number,
  indices: readonly number[],
): Promise<ProvenBlock> => {
  const bytes = await access.ledger.blockBytes(BigInt(number));
  const { previousHash, dataHash, flags, envelopes } = blockParts(bytes);
  return {
    number,
    previousHash: hexOf(previousHash),
    dataHash: hexOf(dataHash),
    flags: hexOf(flags),
    transactions: indices.map((index) => ({
      index,
      envelope: Buffer.from(envelopes[index] ?? []).toString('base64'),
    })),
    others: contentsOf(envelopes).cover(indices).map(hexOfHash),
  };
};

const blocksOf = async (services: Services, places: readonly Place[]): Promise<ProvenBlock[]> => {
  const wanted = new Map<number, Set<number>>();
  for (const { block, index } of places) wanted.set(block, (wanted.get(block) ?? new Set()).add(index));
  const numbers = [...wanted.keys()].sort((a, b) => a - b);
  const blocks: ProvenBlock[] = [];
  for (const number of numbers) {
    const indices = [...(wanted.get(number) ?? [])].sort((a, b) => a - b);
    blocks.push(await blockOf(services, number, indices));
  }
  return blocks;
};

/**
 * A bundle of records as they are now.
 * @throws ApiError PROOF_PENDING while no checkpoint reaches them
 */
export const newBundle = async (services: Services, rows: readonly RecordRow[]): Promise<Bundle> => {
  const { anchors, blockLog, checkpoints } = services;
  const places = await placesOf(services, rows);
  const keyRows = await keysOf(
    services,
    [...places.values()].flatMap(({ kids }) => kids),
  );
  const keyPlaces = await placesOf(services, keyRows);
  const records = provenOf(rows, places);
  const keys = provenOf(keyRows, keyPlaces);
  const blocks = await blocksOf(services, [...records, ...keys]);
  const numbers = blocks.map(({ number }) => number);
  const { checkpoint, cosignatures } = await checkpoints.covering(Math.max(...numbers));
  return {
    v: 1,
    checkpoint,
    cosignatures,
    anchor: anchors.provenFor(checkpoint.size, blockLog),
    records,
    keys,
    blocks,
    nodes: blockLog.tree.cover(numbers, checkpoint.size).map(hexOfHash),
  };
};
