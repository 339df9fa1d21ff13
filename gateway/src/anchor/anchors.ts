/** Puts checkpoints on a public chain, one after the other, until each is there. */
import { join } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { hexOfHash } from '@yaosu/network/log/tree-hash';
import type { Logger } from 'pino';
import type { AnchorStatement, SignedCheckpoint, Trust } from '../api/checkpoint-schemas.js';
import type { Bundle } from '../api/proof-schemas.js';
import type { BlockLog } from '../checkpoints/block-log.js';
import { statementBytes } from '../checkpoints/sign-checkpoint.js';
import { LineFile } from '../data/line-file.js';
import type { DeviceKey } from '../demo/device-key.js';
import type { Cancel, Ports } from '../ports.js';

/** A head as a chain has it. */
export type AnchorHead = Pick<AnchorStatement, 'ledgerId' | 'size' | 'root'>;

/** The contract on a public chain. */
export interface AnchorChain {
  readonly contract: Trust['anchors'][number];
  /**
   * Puts a head there, or finds that it is there already, and waits until it is confirmed.
   * @throws when the endpoint is away, the sender has no gas, or the chain knows a larger head
   */
  anchor(head: AnchorHead): Promise<AnchorStatement>;
  /** Whether the chain still has what was stated: a reorganisation may take it away. @throws when it is away */
  holds(statement: AnchorStatement): Promise<boolean>;
  close(): void;
}

/** An anchor and who states it. */
export interface Anchored {
  readonly statement: AnchorStatement;
  readonly statedBy: MspId;
  readonly signature: string;
}

/** What anchoring works with. */
export interface AnchorParts {
  readonly folder: string;
  /** Undefined: nothing is anchored. */
  readonly chain: AnchorChain | undefined;
  readonly host: { readonly mspId: MspId; readonly key: DeviceKey } | undefined;
  readonly ports: Ports;
  readonly logger: Logger;
}

const RETRY_MS = 30_000;

/** What is anchored, and the work of anchoring more. */
export class Anchors {
  readonly #parts: AnchorParts;
  readonly #file: LineFile<Anchored>;
  #wanted: AnchorHead | undefined;
  #working: Promise<void> | undefined;
  #cancel: Cancel = () => undefined;
  #isClosed = false;
  #failure: string | undefined;

  private constructor(parts: AnchorParts, file: LineFile<Anchored>) {
    this.#parts = parts;
    this.#file = file;
  }

  /** Takes up what was anchored. */
  static async open(parts: AnchorParts): Promise<Anchors> {
    return new Anchors(parts, await LineFile.open<Anchored>(join(parts.folder, 'anchors.jsonl')));
  }

  /** The last anchor, undefined while there is none. */
  get latest(): Anchored | undefined {
    return this.#file.lines.at(-1);
  }

  /** Contracts that this gateway anchors to. */
  get contracts(): Trust['anchors'] {
    return this.#parts.chain === undefined ? [] : [this.#parts.chain.contract];
  }

  /** Why the last try failed; undefined when none did since the last success. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Anchors a checkpoint, after what is being anchored. */
  want({ checkpoint: { ledgerId, size, root } }: SignedCheckpoint): void {
    if (this.#parts.chain === undefined || this.#isClosed) return;
    this.#wanted = { ledgerId, size, root };
    this.#start();
  }

  /** The last anchor that a checkpoint of a size follows from. */
  provenFor(size: number, log: BlockLog): Bundle['anchor'] {
    const anchored = this.#file.lines.findLast(({ statement }) => statement.size <= size);
    if (anchored === undefined) return null;
    const consistency = log.tree.consistency(anchored.statement.size, size);
    return { ...anchored, consistency: consistency.map(hexOfHash) };
  }

  /** Settles when nothing is being tried. */
  async settled(): Promise<void> {
    await this.#working;
  }

  /** Stops trying; what was not anchored is taken up with the next checkpoint. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#parts.chain?.close();
    await this.#working;
    this.#cancel();
    await this.#file.close();
  }

  #start(): void {
    this.#cancel();
    if (this.#isClosed) return;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  async #work(): Promise<void> {
    const { chain, host, ports, logger } = this.#parts;
    while (this.#wanted !== undefined && chain !== undefined && host !== undefined && !this.#isClosed) {
      const head = this.#wanted;
      try {
        if (await this.#isThere(chain, head)) return;
        const statement = await chain.anchor(head);
        const signature = host.key.signBytes(statementBytes(statement));
        await this.#file.append({ statement, statedBy: host.mspId, signature });
        this.#failure = undefined;
      } catch (error) {
        this.#failure = error instanceof Error ? error.message : String(error);
        logger.warn({ err: error, size: head.size }, 'a checkpoint could not be anchored; trying again');
        this.#cancel = ports.schedule(RETRY_MS, () => this.#start());
        return;
      }
    }
  }

  async #isThere(chain: AnchorChain, head: AnchorHead): Promise<boolean> {
    const { latest } = this;
    return latest !== undefined && latest.statement.size >= head.size && chain.holds(latest.statement);
  }
}
