/** Numbers of a channel's blocks as its peer commits them, in order and without a gap. */
import type { BlockListener, Network } from 'fabric-network';

/** From `from` on, for ever, until the signal aborts. */
export async function* blockNumbers(
  network: Network,
  from: bigint,
  signal: AbortSignal,
): AsyncGenerator<bigint, void, void> {
  let last = from - 1n;
  let wake = (): void => undefined;
  // eslint-disable-next-line @typescript-eslint/require-await -- the SDK's listener is asynchronous
  const listener: BlockListener = async ({ blockNumber }) => {
    last = BigInt(blockNumber.toString());
    wake();
  };
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  await network.addBlockListener(listener, { type: 'filtered', startBlock: from.toString() });
  try {
    for (let next = from; !signal.aborted;) {
      if (next <= last) yield next++;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    network.removeBlockListener(listener);
  }
}
