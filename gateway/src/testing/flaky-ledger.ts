/** A ledger that can be taken away, before it has a transaction or after. */
import { LedgerError, type Committed, type Ledger } from '@yaosu/network';

/** `away`: nothing is sent; `lost`: committed, but the answer never arrives. */
export type Fault = 'none' | 'away' | 'lost';

/** A ledger and the switch of its fault. */
export interface FlakyLedger {
  readonly ledger: Ledger;
  set(fault: Fault): void;
}

/** Wraps a ledger. */
export const newFlakyLedger = (inner: Ledger): FlakyLedger => {
  let fault: Fault = 'none';
  const submit: Ledger['submit'] = async (call, identity): Promise<Committed> => {
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
    set: (next) => {
      fault = next;
    },
  };
};
