import type { Endorsed } from '@yaosu/network/embedded';
import { readFates } from '../parity/fates.js';
import type { TestLedger } from '../support/test-network.js';

/** Sends held envelopes in one go. @returns their codes, in the same order */
export const readCodes = async (
  ledger: TestLedger,
  held: readonly Endorsed[],
): Promise<readonly number[]> => {
  const from = await ledger.height();
  await ledger.broadcast(held.map(({ envelope }) => envelope));
  const fates = await readFates(ledger, held, from);
  return fates.map(({ code }) => code);
};
