/** A ledger that can be taken away, before it has a transaction or after. */
import { LedgerError, type Committed, type Ledger } from '@yaosu/network';

/** `away`: nothing is sent; `unordered`: endorsed, and no orderer takes it; `lost`: committed, but the answer never arrives. */
export type Fault = 'none' | 'away' | 'unordered' | 'lost';

/** A ledger and the switch of its fault. */
export interface FlakyLedger {
  readonly ledger: Ledger;
  set(fault: Fault): void;
  /** Calls of `submit` so far. */
  readonly attempts: () => number;
}

/** Wraps a ledger. */
export const newFlakyLedger = (inner: Ledger): FlakyLedger => {
  let fault: Fault = 'none';
  let attempts = 0;
  const submit: Ledger['submit'] = async (call, identity): Promise<Committed> => {
    attempts += 1;
    if (fault === 'unordered')
      throw new LedgerError('submit', 'no orderers', { status: 'UNAVAILABLE', unordered: true });
    if (fault === 'away') throw new LedgerError('endorse', 'no peer', { status: 'UNAVAILABLE' });
    const committed = await inner.submit(call, identity);
    if (fault === 'lost') throw new LedgerError('commit', 'the stream was closed', { status: 'UNAVAILABLE' });
    return committed;
  };
  const ledger: Ledger = {
    channelGenesis: inner.channelGenesis,
    submit,
    evaluate: (call, identity) => inner.evaluate(call, identity),
    blocks: (from, signal) => inner.blocks(from, signal),
    blockBytes: (number) => inner.blockBytes(number),
    height: () => inner.height(),
    find: (txId) => inner.find(txId),
    close: () => inner.close(),
  };
  return {
    ledger,
    attempts: () => attempts,
    set: (next) => {
      fault = next;
    },
  };
};
