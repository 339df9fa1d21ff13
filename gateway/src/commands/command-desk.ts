/** Takes commands over: journal first, then the relay, then the own projection. */
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { ApiError } from '../api/api-error.js';
import type { CommandReceipt } from '../api/schemas.js';
import type { FinalState, Journal, JournalEntry, NewEntry, Submitter } from '../journal/journal.js';
import { nowInstant, type Cancel, type Ports } from '../ports.js';
import type { Projection } from '../projection/projection.js';
import { DeliveryStopped } from '../relay/delivery-stopped.js';
import type { Relay } from '../relay/relay.js';

/** What the desk works with. */
export interface DeskParts {
  readonly journal: Journal;
  readonly relay: Relay;
  readonly projection: Projection;
  readonly ports: Ports;
  readonly deadlineMs: number;
  /** Waits until the deadline, even while nothing is ordered. */
  readonly isPatient?: boolean;
}

/** On the ledger and in the own read model, or taken over and on its way. */
export type DeskAnswer =
  | { readonly kind: 'committed'; readonly receipt: CommandReceipt }
  | { readonly kind: 'pending'; readonly cmd: string };

const LATE = Symbol('late');

/** The way of every command. */
export class CommandDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /**
   * Takes a command over and waits for its end, up to the deadline; shorter while nothing is ordered.
   * @throws ApiError with the code of the refusal
   */
  async submit(envelope: Envelope, by: Submitter): Promise<DeskAnswer> {
    const { command } = envelope;
    const entry: NewEntry = {
      cmd: command.cmd,
      contract: command.contract,
      act: command.act,
      envelope: canonicalJson(envelope),
      by,
      receivedAt: nowInstant(this.#parts.ports.clock),
    };
    const taken = await this.#parts.journal.append(entry);
    const end = await this.#inTime(this.#end(taken, entry));
    if (end === LATE) return { kind: 'pending', cmd: entry.cmd };
    if (end.name === 'refused') throw new ApiError(end.code, end.details);
    const { txId, block, result } = end;
    return { kind: 'committed', receipt: { cmd: entry.cmd, txId, block, result } };
  }

  /** When other signatures were on their way and were refused, these ones have their turn. */
  async #end(taken: JournalEntry, entry: NewEntry): Promise<FinalState> {
    const { journal, relay, projection } = this.#parts;
    let end = await relay.settle(taken);
    if (end.name === 'refused' && taken.envelope !== entry.envelope) {
      end = await relay.settle(await journal.append(entry));
    }
    if (end.name === 'committed') await projection.reached(end.block);
    return end;
  }

  async #inTime(end: Promise<FinalState>): Promise<FinalState | typeof LATE> {
    const { ports, deadlineMs, relay, isPatient = false } = this.#parts;
    const cancels: Cancel[] = [];
    const late = new Promise<typeof LATE>((resolve) => {
      const giveUp = (): void => resolve(LATE);
      cancels.push(ports.schedule(deadlineMs, giveUp));
      if (!isPatient) cancels.push(relay.gate.whenLong(giveUp));
    });
    try {
      return await Promise.race([end, late]);
    } catch (error) {
      if (error instanceof DeliveryStopped) return LATE;
      throw error;
    } finally {
      for (const cancel of cancels) cancel();
    }
  }
}
