/** The log of blocks as the read model has their leaves; it grows with the projection. */
import { MerkleLog } from '@yaosu/network/log/merkle-log';
import { hexOfHash } from '@yaosu/network/log/tree-hash';
import type { Database } from '../db/open-database.js';
import type { Projection } from '../projection/projection.js';

/** Leaves of all projected blocks. */
export class BlockLog {
  readonly tree: MerkleLog;
  readonly #headers: string[];
  readonly #listeners = new Set<() => void>();

  readonly #firmBlocks: () => number;

  private constructor(tree: MerkleLog, headers: string[], firmBlocks: () => number) {
    this.tree = tree;
    this.#headers = headers;
    this.#firmBlocks = firmBlocks;
  }

  /** Reads the leaves once and follows from there on. */
  static async follow(
    db: Database,
    projection: Pick<Projection, 'listen' | 'firmBlocks'>,
  ): Promise<BlockLog> {
    const waiting: { number: number; headerHash: string; leaf: string }[] = [];
    let grow = (block: (typeof waiting)[number]): void => void waiting.push(block);
    projection.listen((block) => grow(block));
    const rows = await db
      .selectFrom('blocks')
      .select(['number', 'header_hash', 'leaf'])
      .orderBy('number')
      .execute();
    const tree = MerkleLog.of(rows.map(({ leaf }) => Buffer.from(leaf, 'hex')));
    const log = new BlockLog(
      tree,
      rows.map((row) => row.header_hash),
      () => projection.firmBlocks,
    );
    grow = (block) => log.#append(block);
    for (const block of waiting) log.#append(block);
    return log;
  }

  /** Number of blocks. */
  get size(): number {
    return this.tree.size;
  }

  /** Number of blocks that may be signed for: those that the own organisation's peer has given. */
  get firm(): number {
    return Math.min(this.size, this.#firmBlocks());
  }

  /** Hash of a block's header, hex. @throws RangeError when the block is not here */
  headerHash(number: number): string {
    const hash = this.#headers[number];
    if (hash === undefined) throw new RangeError(`there is no block ${String(number)}`);
    return hash;
  }

  /** Root of the first blocks, hex. @throws RangeError when there are not so many */
  root(size: number): string {
    return hexOfHash(this.tree.root(size));
  }

  /** Is told of every block from now on. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** A block that was read before it was told of changes nothing. */
  #append({
    number,
    headerHash,
    leaf,
  }: {
    readonly number: number;
    readonly headerHash: string;
    readonly leaf: string;
  }): void {
    if (number !== this.size) return;
    this.tree.append(Buffer.from(leaf, 'hex'));
    this.#headers.push(headerHash);
    for (const listener of this.#listeners) listener();
  }
}
