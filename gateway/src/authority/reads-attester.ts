/** Puts the head of the chain of reads on the ledger once a day, signed by the gateway's host key. */
import { attestationActs } from '@yaosu/chaincode/model/attestation/acts';
import { later } from '@yaosu/chaincode/model/kernel/time';
import { hostEnterprise } from '@yaosu/chaincode/model/organisations';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import type { Logger } from 'pino';
import { submitAsHost, type HostDesk } from '../commands/submit-as-host.js';
import type { Database } from '../db/open-database.js';
import { nowInstant, type Cancel } from '../ports.js';
import { attestedHeads } from './attested-heads.js';
import type { ReadsJournal } from './reads-journal.js';

/** What attesting works with. */
export interface AttesterParts extends HostDesk {
  readonly db: Database;
  readonly journal: Pick<ReadsJournal, 'head'>;
  readonly log: Logger;
}

const DAY_MS = 86_400_000;
/** A head that could not be attested is tried again before the day is over. */
const RETRY_MS = 600_000;
const ID_BYTES = 32;

/** Attests when a day has gone since the last head on the ledger, and there is something new. */
export class ReadsAttester {
  readonly #parts: AttesterParts;
  #cancel: Cancel = () => undefined;
  #working: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: AttesterParts) {
    this.#parts = parts;
  }

  /** Attests what is due and comes back when the next is. */
  async start(): Promise<void> {
    await this.#tick();
  }

  /** Stops; what is being attested is finished. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#working;
  }

  async #tick(): Promise<void> {
    const { ports, log } = this.#parts;
    let delayMs = RETRY_MS;
    try {
      delayMs = await this.#attestDue();
    } catch (error) {
      log.error({ err: error }, 'the head of the reads of authorities could not be attested; trying again');
    }
    if (this.#isClosed) return;
    this.#cancel = ports.schedule(delayMs, () => {
      this.#working = this.#tick();
    });
  }

  /** @returns milliseconds until the next look */
  async #attestDue(): Promise<number> {
    const { db, journal, ports, host } = this.#parts;
    const last = (await attestedHeads(db, hostEnterprise(host.mspId))).at(-1);
    const { count, hash } = journal.head;
    const now = nowInstant(ports.clock);
    const dueAt = last === undefined ? now : later(last.at, DAY_MS);
    if (dueAt > now) return Date.parse(dueAt) - Date.parse(now);
    if (count > (last?.count ?? 0)) await this.#attest(count, hash, last?.at ?? now, now);
    return DAY_MS;
  }

  async #attest(count: number, root: string, from: string, to: string): Promise<void> {
    const attestation = toHex(this.#parts.ports.randomBytes(ID_BYTES));
    const payload = { attestation, kind: 'reads', root, count, from, to };
    await submitAsHost(this.#parts, attestationActs.attest, payload);
  }
}
