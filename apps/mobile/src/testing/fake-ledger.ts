/** A gateway with its ledger, as an outbox sees them, and everything that may go wrong on the way to it. */
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { Submitted } from '@yaosu/gateway/api/client';

/** What may become of one try. */
export const FAULTS = [
  'none',
  'noSignal',
  'answerLost',
  'serverDown',
  'busy',
  'foreignReceipt',
  'sentTwice',
  'sessionLost',
  'onlyReceived',
  'killedBefore',
  'killedAfter',
] as const;
/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

/** What a command of the tests says: who moves what, and whether the ledger will have it. */
export interface Said {
  readonly device: number;
  readonly number: number;
  readonly object: number;
  readonly isForbidden: boolean;
}

type Receipt = Extract<Submitted, { state: 'committed' }>;
const ANSWERS: Partial<Record<Fault, () => never>> = {
  noSignal: () => {
    throw new TypeError('fetch failed');
  },
  serverDown: () => {
    throw new ApiError('NOT_READY');
  },
  busy: () => {
    throw new ApiError('RATE_LIMITED');
  },
  sessionLost: () => {
    throw new ApiError('SESSION_EXPIRED');
  },
};
const HEX_DIGITS = 64;
/** The receipt of something else; this command has not come to the ledger. */
const FOREIGN: Receipt = {
  state: 'committed',
  cmd: 'f'.repeat(HEX_DIGITS),
  txId: 'f'.repeat(HEX_DIGITS),
  block: 1,
  result: {},
};

/** Takes every command once; who moves what another device has moved is in dispute. */
export class FakeLedger {
  /** Command → its receipt, in the order of the ledger. */
  readonly committed = new Map<string, Receipt>();
  readonly #holder = new Map<number, number>();

  /** @throws ApiError, TypeError as the fault says */
  submit({ command: { cmd, payload } }: Envelope, fault: Fault): Submitted {
    ANSWERS[fault]?.();
    if (fault === 'onlyReceived') return { state: 'received', cmd, operation: '' };
    if (fault === 'foreignReceipt') return FOREIGN;
    const receipt = this.#commit(cmd, payload as unknown as Said);
    if (fault === 'sentTwice') this.#commit(cmd, payload as unknown as Said);
    if (fault === 'answerLost') throw new TypeError('connection reset');
    return receipt;
  }

  #commit(cmd: string, { device, object, isForbidden }: Said): Receipt {
    const known = this.committed.get(cmd);
    if (known !== undefined) return known;
    if (isForbidden) throw new ApiError('BATCH_STOPPED');
    const holder = this.#holder.get(object) ?? device;
    this.#holder.set(object, holder);
    const block = this.committed.size + 1;
    const txId = block.toString(16).padStart(HEX_DIGITS, '0');
    const result = { outcome: holder === device ? 'recorded' : 'disputed' };
    const receipt = { state: 'committed', cmd, txId, block, result } as const;
    this.committed.set(cmd, receipt);
    return receipt;
  }
}
