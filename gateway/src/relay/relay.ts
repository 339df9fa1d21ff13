/** The relay: what the journal has taken over reaches the ledger or ends in a refusal. */
import { findAct } from '@yaosu/chaincode/model/acts';
import type { Command, Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Wanted } from '@yaosu/chaincode/model/stock/wanted';
import { utf8 } from '@yaosu/chaincode/signing/bytes';
import type { Logger } from 'pino';
import { isFinal } from '../journal/entry-rules.js';
import type { EntryState, FinalState, Journal, JournalEntry } from '../journal/journal.js';
import { endorsersOf, type HostOf } from '../ledger/endorsers-of.js';
import { presentEndorsers } from '../ledger/present-endorsers.js';
import { creatorOf, type LedgerAccess } from '../ledger/ledger-access.js';
import { answerOf, outcomeOf, type Outcome } from '../ledger/outcome.js';
import { nowInstant, type Ports } from '../ports.js';
import { Absentees } from './absentees.js';
import { deliver, type Delivery } from './deliver.js';
import { DeliveryStopped } from './delivery-stopped.js';
import { insist } from './insist.js';
import { Lanes } from './lanes.js';
import { OrderingGate } from './ordering-gate.js';

/** What a relay works with. */
export interface RelayParts {
  readonly access: LedgerAccess;
  readonly journal: Journal;
  readonly hostOf: HostOf;
  /** Proposes parcels for what a command takes. */
  readonly pick: (wanted: readonly Wanted[]) => Promise<readonly string[]>;
  /** Sealed bytes that an act carries, by digest; undefined when this gateway never had them: the peers will refuse. */
  readonly sealed: (digest: string) => Promise<Uint8Array | undefined>;
  readonly ports: Ports;
  readonly log: Logger;
  /** Is told how every proposal ended. */
  readonly onProposal: (act: Act, outcome: Outcome['kind']) => void;
}

interface Work {
  readonly act: Act;
  readonly envelope: Envelope;
}

const workOf = (entry: JournalEntry): Work => {
  const act = findAct(entry.contract, entry.act);
  if (act === undefined)
    throw new Error(`the journal holds an act that the table does not: ${entry.contract}.${entry.act}`);
  return { act, envelope: JSON.parse(entry.envelope) as Envelope };
};

/** Sends commands in lanes, one in flight a lane. */
export class Relay {
  readonly #parts: RelayParts;
  readonly #lanes = new Lanes();
  readonly #running = new Map<string, Promise<FinalState>>();
  readonly #stop = new AbortController();
  readonly #absentees: Absentees;
  /** What orderers that are away keep from being endorsed. */
  readonly gate: OrderingGate;

  constructor(parts: RelayParts) {
    this.#parts = parts;
    this.gate = new OrderingGate(parts.ports, (state) =>
      parts.log.warn({ state }, 'what is known of the orderers'),
    );
    this.#absentees = new Absentees(() => parts.ports.clock.nowMs());
  }

  /** Number of commands on their way. */
  get pending(): number {
    return this.#running.size;
  }

  /** Takes up everything that is not final; settles when all of it is. */
  async resume(): Promise<void> {
    const entries = await this.#parts.journal.unfinished();
    if (entries.length > 0) this.gate.expectBacklog();
    const ends = await Promise.allSettled(entries.map((entry) => this.settle(entry)));
    for (const end of ends) {
      if (end.status === 'rejected')
        this.#parts.log.error({ err: end.reason as unknown }, 'a command was left in the journal');
    }
  }

  /** The end of a command; the same promise for all who ask meanwhile. @throws DeliveryStopped when closed first */
  settle(entry: JournalEntry): Promise<FinalState> {
    if (isFinal(entry.state)) return Promise.resolve(entry.state);
    const running = this.#running.get(entry.cmd);
    if (running !== undefined) return running;
    const work = this.#run(entry).finally(() => this.#running.delete(entry.cmd));
    this.#running.set(entry.cmd, work);
    return work;
  }

  /** Stops sending; what is not final stays in the journal. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.gate.close();
    await Promise.allSettled(this.#running.values());
  }

  async #run(entry: JournalEntry): Promise<FinalState> {
    const work = workOf(entry);
    const keys = work.act.declares(work.envelope.command.payload);
    return this.#lanes.run(keys, () => this.#deliver(entry, work));
  }

  async #deliver(entry: JournalEntry, work: Work): Promise<FinalState> {
    const { access, journal, ports, log, onProposal } = this.#parts;
    const { signal } = this.#stop;
    if (signal.aborted) throw new DeliveryStopped();
    const saying =
      (level: 'warn' | 'debug'): Delivery['warn'] =>
      (about, text) =>
        log[level]({ ...about, cmd: entry.cmd }, text);
    const warn = saying('warn');
    const note = (state: EntryState): Promise<void> =>
      insist(() => journal.note(entry.cmd, state, nowInstant(ports.clock)), { ports, signal, warn });
    const final = await deliver(
      {
        ledger: access.ledger,
        ports,
        signal,
        gate: this.gate,
        attempt: async () => {
          const outcome = await this.#attempt(entry, work);
          onProposal(work.act, outcome.kind);
          return outcome;
        },
        noteSent: (txId) => note({ name: 'sent', txId }),
        warn,
        debug: saying('debug'),
      },
      entry.state.name === 'sent' ? entry.state.txId : undefined,
    );
    await note(final);
    return final;
  }

  async #transient(act: Act, command: Command): Promise<Readonly<Record<string, Uint8Array>>> {
    const enterpriseOf = (role: string): string =>
      command.parties.find((party) => party.role === role)?.enterprise ?? '';
    const wanted = act.takes?.(command.payload, enterpriseOf) ?? [];
    const carried = await this.#carried(act, command);
    if (wanted.length === 0) return carried;
    return { ...carried, picks: utf8(JSON.stringify(await this.#parts.pick(wanted))) };
  }

  async #carried(act: Act, command: Command): Promise<Readonly<Record<string, Uint8Array>>> {
    const carried: Record<string, Uint8Array> = {};
    for (const { name, digest } of act.carries?.(command.payload) ?? []) {
      const bytes = await this.#parts.sealed(digest);
      if (bytes !== undefined) carried[name] = bytes;
    }
    return carried;
  }

  async #attempt(entry: JournalEntry, { act, envelope }: Work): Promise<Outcome> {
    const { access, hostOf, log } = this.#parts;
    const { command } = envelope;
    try {
      const identity = await creatorOf(command, access.identities, hostOf);
      const endorsers = await this.#endorsersOf(act, command);
      const call = {
        contract: act.contract,
        fn: act.name,
        args: [entry.envelope],
        endorsers,
        transient: await this.#transient(act, command),
      };
      const { txId, block, result } = await access.ledger.submit(call, identity);
      return {
        kind: 'committed',
        txId,
        block: Number(block),
        result: answerOf(result),
      };
    } catch (error) {
      log.debug({ err: error, cmd: entry.cmd }, 'the ledger did not take a command');
      const outcome = outcomeOf(error);
      if (outcome.kind === 'away') this.#absentees.note(outcome.organisations);
      return outcome;
    }
  }

  /** Those of the acts table, or who may stand in for them; where nobody may, those of the table are asked again. */
  async #endorsersOf(act: Act, command: Command): Promise<readonly MspId[]> {
    const wanted = await endorsersOf(act, command, this.#parts.hostOf);
    const present = presentEndorsers(act, wanted, this.#absentees.current());
    if (present === undefined) this.#absentees.forget();
    return present ?? wanted;
  }
}
