/** Sends the rows of an import, a few at a time; what was interrupted is looked up first. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { NotSignedError } from '@yaosu/identity/keys/not-signed-error';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { Row } from '../column.js';
import { isOpen, type Entry, type ImportStore } from './entry.js';
import {
  afterAnswer,
  afterFailure,
  afterLookUp,
  isFinal,
  isSessionLost,
  refusalIn,
  refused,
  renewed,
  TOO_OLD,
  withCommand,
} from './steps.js';

/** The way out. */
export interface Wire {
  /** Makes the command of a row; its texts are stored on the way. @throws ApiError */
  make(row: Row): Promise<Command>;
  /** The same command with another time and id. */
  renew(command: Command): Command;
  /** Where a command stands; undefined when the gateway has never had it. @throws ApiError */
  find(cmd: string): Promise<ReadAnswer<'operation'> | undefined>;
  /** Signs and sends. @throws ApiError */
  send(command: Command): Promise<Submitted>;
  /** Waits before another try. */
  pause(tries: number): Promise<void>;
}

interface Parts {
  readonly store: Pick<ImportStore, 'entries' | 'update'>;
  readonly wire: Wire;
  readonly atOnce: number;
}

/** A row is tried so often before the import is left to a person. */
const MOST_TRIES = 8;

/**
 * A command that was refused for its age alone is made anew. Content and keys stay as they were: should the old one stand on
 * the ledger after all, the new one is refused there, because its subject is no longer as it was seen.
 */
const afterRefusal = ({ store, wire }: Parts, entry: Entry, old: Command, code: string): Promise<Entry> => {
  if (code !== TOO_OLD) return store.update(entry, (kept) => refused(kept, code));
  const command = wire.renew(old);
  return store.update(entry, (kept) => renewed(kept, old, command));
};

const sendCommand = async (parts: Parts, entry: Entry, command: Command): Promise<Entry> => {
  let answer: Submitted;
  try {
    answer = await parts.wire.send(command);
  } catch (error) {
    if (!isFinal(error)) throw error;
    return afterRefusal(parts, entry, command, error.code);
  }
  return parts.store.update(entry, (kept) => afterAnswer(kept, answer));
};

/** The command is kept before it is sent: whatever happens then, it is this one that is looked up or sent again. */
const make = async ({ store, wire }: Parts, entry: Entry): Promise<Entry> => {
  let command: Command;
  try {
    command = await wire.make(entry.row);
  } catch (error) {
    if (!isFinal(error)) throw error;
    return store.update(entry, (kept) => (kept.state === 'waiting' ? refused(kept, error.code) : kept));
  }
  return store.update(entry, (kept) => withCommand(kept, command));
};

/** What was perhaps sent before is looked up before it is sent again. */
const resume = async (parts: Parts, entry: Entry, command: Command): Promise<Entry> => {
  const found = await parts.wire.find(command.cmd);
  if (found === undefined) return sendCommand(parts, entry, command);
  const code = refusalIn(found);
  if (code !== undefined) return afterRefusal(parts, entry, command, code);
  return parts.store.update(entry, (kept) => afterLookUp(kept, found));
};

const step = async (parts: Parts, entry: Entry): Promise<Entry> => {
  if (entry.command !== null) return resume(parts, entry, entry.command);
  const made = await make(parts, entry);
  return made.state === 'made' && made.command !== null ? sendCommand(parts, made, made.command) : made;
};

/** Steps until the row has ended, or the gateway has it and takes its time. @throws what kept it from ending */
const settle = async (parts: Parts, started: Entry): Promise<void> => {
  let entry = started;
  for (let tries = 0; isOpen(entry) && tries < MOST_TRIES; tries += 1) {
    if (tries > 0) await parts.wire.pause(tries);
    try {
      entry = await step(parts, entry);
    } catch (error) {
      if (error instanceof NotSignedError) throw error;
      entry = await parts.store.update(entry, (kept) => afterFailure(kept, error));
      if (isSessionLost(error) || tries + 1 >= MOST_TRIES) throw error;
    }
  }
};

/**
 * Sends what has not ended. Ends at the first row that cannot be brought to an end now; rows that are on their way then
 * are awaited.
 * @throws what kept that row from ending
 */
export const sendImport = async (id: string, parts: Parts): Promise<void> => {
  const queue = (await parts.store.entries(id)).filter(isOpen);
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      if (failures.length > 0) return;
      await settle(parts, entry).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: parts.atOnce }, work));
  if (failures.length > 0) throw failures[0];
};
