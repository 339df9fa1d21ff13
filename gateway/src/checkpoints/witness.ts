/** What an organisation's gateway signs: one history and no other. */
import { join } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { isConsistent } from '@yaosu/network/log/check-proofs';
import { hashOfHex } from '@yaosu/network/log/tree-hash';
import { ApiError } from '../api/api-error.js';
import type { Checkpoint, ForkEvidence } from '../api/checkpoint-schemas.js';
import { LineFile } from '../data/line-file.js';
import type { DeviceKey } from '../demo/device-key.js';
import { nowInstant, type Clock } from '../ports.js';
import type { BlockLog } from './block-log.js';
import { statementBytes } from './sign-checkpoint.js';

/** A checkpoint to sign, with the proof that the last one signed begins it. */
export interface Proposed {
  readonly checkpoint: Checkpoint;
  readonly consistency: readonly string[];
}

/** Signs for one organisation; what it has signed is on disk before anybody sees the signature. */
export class Witness {
  readonly #signed: LineFile<Checkpoint>;
  readonly #forks: LineFile<ForkEvidence>;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly mspId: MspId,
    readonly key: DeviceKey,
    private readonly parts: {
      readonly log: BlockLog;
      readonly clock: Clock;
      readonly files: readonly [LineFile<Checkpoint>, LineFile<ForkEvidence>];
    },
  ) {
    [this.#signed, this.#forks] = parts.files;
  }

  /** Takes up what it has signed in earlier lives. */
  static async open(
    folder: string,
    { mspId, key }: { readonly mspId: MspId; readonly key: DeviceKey },
    parts: { readonly log: BlockLog; readonly clock: Clock },
  ): Promise<Witness> {
    const signed = await LineFile.open<Checkpoint>(join(folder, `${mspId}.signed.jsonl`));
    const forks = await LineFile.open<ForkEvidence>(join(folder, `${mspId}.forks.jsonl`));
    return new Witness(mspId, key, { ...parts, files: [signed, forks] });
  }

  /** The last checkpoint that it signed. */
  get last(): Checkpoint | undefined {
    return this.#signed.lines.at(-1);
  }

  /** Forks that it was shown. */
  get forks(): readonly ForkEvidence[] {
    return this.#forks.lines;
  }

  /**
   * Signs a checkpoint that follows from the last one and is that of the own blocks.
   * @throws ApiError CHECKPOINT_FORKED, kept as evidence; CHECKPOINT_AHEAD while the own blocks do not reach so far;
   * CHECKPOINT_OLD when a later one was signed than the proof begins at
   */
  cosign(proposed: Proposed): Promise<string> {
    const signed = this.#turn.then(() => this.#cosign(proposed));
    this.#turn = signed.catch(() => undefined);
    return signed;
  }

  /** Closes its files when what is being signed is signed. */
  async close(): Promise<void> {
    await this.#turn;
    await Promise.all([this.#signed.close(), this.#forks.close()]);
  }

  async #cosign({ checkpoint, consistency }: Proposed): Promise<string> {
    const { last } = this;
    await this.#assertOneHistory(checkpoint);
    if (last !== undefined && !this.#isOfOneChain(last, checkpoint)) await this.#refuseFork(last, checkpoint);
    // The proof may begin at an earlier signature: others ask at the same time. That is no fork.
    if (last !== undefined && !this.#follows(last, { checkpoint, consistency }))
      throw new ApiError('CHECKPOINT_OLD', { size: last.size });
    await this.#signed.append(checkpoint);
    return this.key.signBytes(statementBytes(checkpoint));
  }

  #follows(last: Checkpoint, { checkpoint, consistency }: Proposed): boolean {
    const [first, second] = [last, checkpoint].map(({ size, root }) => ({ size, root: hashOfHex(root) }));
    return (
      first !== undefined && second !== undefined && isConsistent(first, second, consistency.map(hashOfHex))
    );
  }

  /** What was signed in earlier lives has to be what the own blocks say still. */
  #isOfOneChain(last: Checkpoint, shown: Checkpoint): boolean {
    const { log } = this.parts;
    return last.ledgerId === shown.ledgerId && last.size <= log.size && log.root(last.size) === last.root;
  }

  /** The own blocks say what the log is; a root of them that differs is a fork, whatever its proof says. */
  async #assertOneHistory(shown: Checkpoint): Promise<void> {
    const { log } = this.parts;
    if (shown.size > log.firm) throw new ApiError('CHECKPOINT_AHEAD', { size: log.firm });
    const own = {
      firstBlock: log.headerHash(0),
      root: log.root(shown.size),
      lastHeader: log.headerHash(shown.size - 1),
    };
    const isOwn =
      shown.firstBlock === own.firstBlock && shown.root === own.root && shown.lastHeader === own.lastHeader;
    if (!isOwn) await this.#refuseFork({ ...shown, ...own }, shown);
  }

  async #refuseFork(kept: Checkpoint, shown: Checkpoint): Promise<never> {
    await this.#forks.append({ seenAt: nowInstant(this.parts.clock), kept, shown });
    throw new ApiError('CHECKPOINT_FORKED', { size: shown.size, kept: kept.root, shown: shown.root });
  }
}
