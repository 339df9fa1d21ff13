/** A gateway and its ledger, on a line that loses questions and answers. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { NotSignedError } from '@yaosu/identity/keys/not-signed-error';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { Row } from '../column.js';
import type { Wire } from '../sending/send-import.js';

/** What goes wrong with a call. */
export const FAULTS = [
  'none',
  'none',
  'lostBefore',
  'lostAfter',
  'busy',
  'slow',
  'tooOld',
  'session',
  'unsigned',
] as const;
/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

interface Commit {
  readonly name: string;
  readonly txId: string;
}
type Found = ReadAnswer<'operation'>;
type End = Pick<Found, 'state' | 'txId' | 'problem'>;

/** Fake of the wire alone: what it commits, it commits for ever. */
export class FakeGateway implements Wire {
  readonly commits: Commit[] = [];
  readonly sent: Command[] = [];
  mostAtOnce = 0;
  readonly #journal = new Map<string, End>();
  readonly #faults: Fault[];
  #number = 0;
  #atWork = 0;

  constructor(faults: readonly Fault[]) {
    this.#faults = [...faults];
  }

  /** From now on nothing goes wrong. */
  heal(): void {
    this.#faults.length = 0;
  }

  make(row: Row): Promise<Command> {
    return this.#call(() => this.#newCommand({ ...row }));
  }

  renew({ payload }: Command): Command {
    return this.#newCommand(payload);
  }

  find(cmd: string): Promise<Found | undefined> {
    return this.#call(() => {
      const end = this.#journal.get(cmd);
      // What was slow has come to its end when it is asked for.
      if (end?.state === 'received') this.#journal.set(cmd, this.#commit(cmd));
      return end as Found | undefined;
    });
  }

  async send(command: Command): Promise<Submitted> {
    this.#atWork += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atWork);
    try {
      return await this.#call((fault) => this.#take(command, fault));
    } finally {
      this.#atWork -= 1;
    }
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  #newCommand(payload: Readonly<Record<string, unknown>>): Command {
    this.#number += 1;
    return { cmd: `cmd ${String(this.#number)}`, payload } as unknown as Command;
  }

  async #call<T>(act: (fault: Fault) => T): Promise<T> {
    const fault = this.#faults.shift() ?? 'none';
    await Promise.resolve();
    if (fault === 'lostBefore') throw new TypeError('fetch failed');
    if (fault === 'busy') throw new ApiError('RATE_LIMITED');
    if (fault === 'session') throw new ApiError('SESSION_EXPIRED');
    if (fault === 'unsigned') throw new NotSignedError('notGiven');
    const answer = act(fault);
    await Promise.resolve();
    if (fault === 'lostAfter') throw new TypeError('fetch failed');
    return answer;
  }

  #commit(cmd: string): End {
    const command = this.sent.find((each) => each.cmd === cmd);
    const txId = `tx ${cmd}`;
    this.commits.push({ name: String(command?.payload['name']), txId });
    return { state: 'committed', txId, problem: null };
  }

  #endOf({ cmd, payload }: Command, fault: Fault): End {
    const refused = (code: string): End => ({ state: 'refused', txId: null, problem: { code } });
    if (payload['forbidden'] === 'yes') return refused('BATCH_KIND_FORBIDDEN');
    if (fault === 'tooOld') return refused('CAPTURED_AT_IMPLAUSIBLE');
    return fault === 'slow' ? { state: 'received', txId: null, problem: null } : this.#commit(cmd);
  }

  /** The same command again has the same answer. */
  #take(command: Command, fault: Fault): Submitted {
    const { cmd } = command;
    this.sent.push(command);
    const end = this.#journal.get(cmd) ?? this.#endOf(command, fault);
    this.#journal.set(cmd, end);
    if (end.state === 'refused') throw new ApiError(end.problem?.['code'] as 'BATCH_KIND_FORBIDDEN');
    if (end.state === 'received') return { state: 'received', cmd, operation: '' };
    return { state: 'committed', cmd, txId: end.txId ?? '', block: 1, result: null };
  }
}
