/** How long each phase may take, and how much a transaction may hold. */
import { LedgerError, type LedgerCall } from '../../ledger.js';

/** Milliseconds a phase may take. */
export const DEADLINES_MS = { evaluate: 15_000, endorse: 20_000, submit: 10_000, commit: 30_000 } as const;

/** Bytes of an envelope (ledger model, section 13). */
export const MAX_ENVELOPE_BYTES = 2 * 1024 * 1024;

const refuse = (size: number, txId?: string): never => {
  throw new LedgerError(
    'submit',
    `rejected before sending: status=BAD_REQUEST, info=message payload is ${String(size)} bytes ` +
      `and exceeds maximum allowed ${String(MAX_ENVELOPE_BYTES)} bytes`,
    { ...(txId === undefined ? {} : { txId }), status: 'ABORTED' },
  );
};

/** Arguments lie in the envelope, transient values do not, but travel as far. @throws LedgerError of phase `submit` */
export const assertCallSize = ({ args, transient = {} }: LedgerCall): void => {
  const values = [
    ...args.map((arg) => Buffer.byteLength(arg)),
    ...Object.values(transient).map(({ length }) => length),
  ];
  const size = values.reduce((sum, length) => sum + length, 0);
  if (size > MAX_ENVELOPE_BYTES) refuse(size);
};

/** @throws LedgerError of phase `submit` */
export const assertEnvelopeSize = (size: number, txId: string): void => {
  if (size > MAX_ENVELOPE_BYTES) refuse(size, txId);
};
