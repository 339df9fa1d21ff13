/** Sends what waits, one at a time, in order. */
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { Entry, Evidence } from './entry.js';
import { afterAnswer, afterFailure, isForeign, isSessionLost, isWaiting } from './policy.js';
import type { OutboxStore } from './store.js';

/** The way out. */
export interface Wire {
  /** Brings the evidence to the vault, then the command to the ledger. */
  submit(envelope: Envelope, evidence?: Evidence): Promise<Submitted>;
  /** Opens the session again. @throws when that is not possible now */
  reopen(): Promise<void>;
}

/** A lost session is opened again and the command sent as it is. */
const submit = async (wire: Wire, { envelope, evidence }: Entry): Promise<Submitted> => {
  try {
    return await wire.submit(envelope, evidence);
  } catch (error) {
    if (!isSessionLost(error)) throw error;
    await wire.reopen().catch(() => {
      throw error;
    });
    return wire.submit(envelope, evidence);
  }
};

/** What a try makes of an entry. */
const tryOf = async (wire: Wire, waiting: Entry): Promise<(entry: Entry) => Entry> => {
  try {
    const answer = await submit(wire, waiting);
    return (entry) => afterAnswer(entry, answer);
  } catch (error) {
    return (entry) => afterFailure(entry, error);
  }
};

/**
 * One round over the outbox: ends at the first entry that could not be sent, since later ones may depend on it; a
 * refused one is stepped over, and so is one of another firm.
 * @returns false when something still waits
 */
export const sendRound = async (store: OutboxStore, wire: Wire): Promise<boolean> => {
  for (const waiting of (await store.all()).filter(isWaiting)) {
    const { cmd } = waiting;
    const after = await tryOf(wire, waiting);
    await store.update(cmd, (entry) => entry && after(entry));
    const now = await store.get(cmd);
    if (now !== undefined && isWaiting(now) && !isForeign(now)) return false;
  }
  return !(await store.all()).some(isWaiting);
};
