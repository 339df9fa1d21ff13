/** Makes a checkpoint each minute or hundred blocks, signed by the organisations, each size once. */
import { join } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { hexOfHash } from '@yaosu/network/log/tree-hash';
import type { Logger } from 'pino';
import { ApiError } from '../api/api-error.js';
import type { Checkpoint, ForkEvidence, SignedCheckpoint } from '../api/checkpoint-schemas.js';
import { LineFile } from '../data/line-file.js';
import { nowInstant, type Cancel, type Ports } from '../ports.js';
import type { BlockLog } from './block-log.js';
import type { Witness } from './witness.js';

/** An organisation's gateway elsewhere that may sign as well. */
export interface RemoteWitness {
  readonly mspId: MspId;
  /** The last size that it signed. @throws when it is away */
  lastSize(): Promise<number>;
  /** @throws when it is away or refuses */
  cosign(proposed: {
    readonly checkpoint: Checkpoint;
    readonly consistency: readonly string[];
  }): Promise<string>;
}

/** What checkpoints are made with. */
export interface CheckpointParts {
  readonly folder: string;
  readonly log: BlockLog;
  readonly ports: Ports;
  readonly logger: Logger;
  /** Id of the ledger, undefined while nobody has opened the network. */
  readonly ledgerId: () => Promise<string | undefined>;
  readonly witnesses: readonly Witness[];
  readonly remote: readonly RemoteWitness[];
}

const EVERY_MS = 60_000;
const EVERY_BLOCKS = 100;
const QUORUM = 2;
const ATTEMPTS = 3;

const isOvertaken = (error: unknown): boolean => error instanceof ApiError && error.code === 'CHECKPOINT_OLD';

/** The gateway's checkpoints. */
export class Checkpoints {
  readonly #parts: CheckpointParts;
  readonly #made: LineFile<SignedCheckpoint>;
  readonly #listeners = new Set<(made: SignedCheckpoint) => void>();
  #making: Promise<SignedCheckpoint | undefined> | undefined;
  #cancel: Cancel = () => undefined;
  #isClosed = false;

  private constructor(parts: CheckpointParts, made: LineFile<SignedCheckpoint>) {
    this.#parts = parts;
    this.#made = made;
  }

  /** Takes up earlier ones and begins to make more. */
  static async open(parts: CheckpointParts): Promise<Checkpoints> {
    const made = await LineFile.open<SignedCheckpoint>(join(parts.folder, 'made.jsonl'));
    const checkpoints = new Checkpoints(parts, made);
    parts.log.listen(() => checkpoints.#grown());
    checkpoints.#tick();
    return checkpoints;
  }

  /** All of them, the oldest first. */
  get all(): readonly SignedCheckpoint[] {
    return this.#made.lines;
  }

  /** The last one. */
  get latest(): SignedCheckpoint | undefined {
    return this.#made.lines.at(-1);
  }

  /** Signs what other organisations' gateways propose; undefined where this one serves more than one organisation. */
  get own(): Witness | undefined {
    const [own, ...others] = this.#parts.witnesses;
    return others.length === 0 ? own : undefined;
  }

  /** Forks that the organisations' witnesses here were shown. */
  get forks(): readonly ForkEvidence[] {
    return this.#parts.witnesses.flatMap(({ forks }) => forks);
  }

  /** Is told of every checkpoint from now on. */
  listen(listener: (made: SignedCheckpoint) => void): void {
    this.#listeners.add(listener);
  }

  /** The last checkpoint, made now when the last does not reach a block. @throws ApiError PROOF_PENDING */
  async covering(block: number): Promise<SignedCheckpoint> {
    if ((this.latest?.checkpoint.size ?? 0) <= block) await this.make();
    const { latest } = this;
    if (latest === undefined || latest.checkpoint.size <= block)
      throw new ApiError('PROOF_PENDING', { block, provisional: block >= this.#parts.log.firm });
    return latest;
  }

  /** Makes one of what there is; nothing when there is nothing new, or too few sign. */
  make(): Promise<SignedCheckpoint | undefined> {
    this.#making ??= this.#make()
      .catch((error: unknown) => {
        this.#parts.logger.error({ err: error }, 'a checkpoint could not be made; trying again');
        return undefined;
      })
      .finally(() => {
        this.#making = undefined;
      });
    return this.#making;
  }

  /** Stops making them; the one that is being made is finished. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#making;
    await this.#made.close();
    await Promise.all(this.#parts.witnesses.map((witness) => witness.close()));
  }

  #tick(): void {
    this.#cancel = this.#parts.ports.schedule(EVERY_MS, () => {
      void this.make().then(() => {
        if (!this.#isClosed) this.#tick();
      });
    });
  }

  #grown(): void {
    const { log } = this.#parts;
    if (!this.#isClosed && log.firm - (this.latest?.checkpoint.size ?? 0) >= EVERY_BLOCKS) void this.make();
  }

  async #make(): Promise<SignedCheckpoint | undefined> {
    const { log, ledgerId } = this.#parts;
    const id = await ledgerId();
    const size = log.firm;
    if (this.#isClosed || id === undefined || size <= (this.latest?.checkpoint.size ?? 0)) return undefined;
    const signed = await this.#signedOfWhatIs(id);
    await this.#made.append(signed);
    for (const listener of this.#listeners) listener(signed);
    return signed;
  }

  /** While others were asked, their checkpoints may have come to be signed here: then the blocks of now count. */
  async #signedOfWhatIs(ledgerId: string, attempts = ATTEMPTS): Promise<SignedCheckpoint> {
    try {
      return await this.#signed(ledgerId, this.#parts.log.firm);
    } catch (error) {
      if (!isOvertaken(error) || attempts <= 1) throw error;
      return this.#signedOfWhatIs(ledgerId, attempts - 1);
    }
  }

  /** Who is away is left out and said to be; the others sign anew. */
  async #signed(ledgerId: string, size: number): Promise<SignedCheckpoint> {
    const { witnesses, remote } = this.#parts;
    let present: readonly RemoteWitness[] = remote;
    for (;;) {
      const checkpoint = this.#newCheckpoint(ledgerId, size, present);
      if (checkpoint.cosigners.length < QUORUM)
        throw new Error(`only ${checkpoint.cosigners.join()} would sign a checkpoint`);
      const answers = await Promise.all(present.map((each) => this.#ask(each, checkpoint)));
      const away = present.filter((_, i) => answers[i] === undefined);
      if (away.length > 0) {
        present = present.filter((each) => !away.includes(each));
        continue;
      }
      const own = await Promise.all(
        witnesses.map((each) =>
          each.cosign({ checkpoint, consistency: this.#proofSince(each.last?.size ?? 0, size) }),
        ),
      );
      const signatures = [...own, ...answers] as string[];
      const cosignatures = checkpoint.cosigners.map((mspId, i) => ({
        mspId,
        signature: signatures[i] ?? '',
      }));
      return { checkpoint, cosignatures };
    }
  }

  #newCheckpoint(ledgerId: string, size: number, remote: readonly RemoteWitness[]): Checkpoint {
    const { log, ports, witnesses } = this.#parts;
    return {
      v: 1,
      ledgerId,
      firstBlock: log.headerHash(0),
      size,
      root: log.root(size),
      lastHeader: log.headerHash(size - 1),
      at: nowInstant(ports.clock),
      assurance: remote.length === 0 ? 'single operator' : 'consortium',
      cosigners: [...witnesses, ...remote].map(({ mspId }) => mspId),
    };
  }

  async #ask(witness: RemoteWitness, checkpoint: Checkpoint): Promise<string | undefined> {
    try {
      return await this.#cosigned(witness, checkpoint);
    } catch (error) {
      const { mspId } = witness;
      this.#parts.logger.warn(
        { err: error, mspId, size: checkpoint.size },
        'an organisation has not cosigned',
      );
      return undefined;
    }
  }

  /** Between the two questions it may have signed for another gateway: then the proof begins later. */
  async #cosigned(witness: RemoteWitness, checkpoint: Checkpoint, attempts = ATTEMPTS): Promise<string> {
    const consistency = this.#proofSince(await witness.lastSize(), checkpoint.size);
    try {
      return await witness.cosign({ checkpoint, consistency });
    } catch (error) {
      if (!isOvertaken(error) || attempts <= 1) throw error;
      return this.#cosigned(witness, checkpoint, attempts - 1);
    }
  }

  #proofSince(first: number, second: number): readonly string[] {
    if (first > second) return [];
    return this.#parts.log.tree.consistency(first, second).map(hexOfHash);
  }
}
