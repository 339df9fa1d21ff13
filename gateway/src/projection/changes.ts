/** What a block changes, decoded from write sets; events are not asked. */
import { envelope, type Command } from '@yaosu/chaincode/model/kernel/command';
import { KEY_PARTS, keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import type { LedgerTransaction, LedgerWrite } from '@yaosu/network';
import type { Signatory } from '../db/tables.js';

/** A write of one of our keys. */
export interface Change {
  readonly type: KeyType;
  readonly parts: readonly string[];
  /** Parts joined by `~`. */
  readonly key: string;
  /** Undefined when the key was deleted. */
  readonly record: StoredRecord | undefined;
  readonly block: number;
  readonly txId: string;
}

/** A record's bytes, read. */
export interface StoredRecord {
  readonly hash: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const SEPARATOR = '\u0000';

/** Type and parts of a composite key; undefined when it is none of ours. */
const splitComposite = (key: string): { type: KeyType; parts: readonly string[] } | undefined => {
  if (!key.startsWith(SEPARATOR) || !key.endsWith(SEPARATOR)) return undefined;
  const [type = '', ...parts] = key.slice(1, -1).split(SEPARATOR);
  if (!Object.hasOwn(KEY_PARTS, type) || KEY_PARTS[type as KeyType].length !== parts.length) return undefined;
  return { type: type as KeyType, parts };
};

const parseRecord = (bytes: Uint8Array | undefined): StoredRecord | undefined => {
  if (bytes === undefined) return undefined;
  const text = Buffer.from(bytes).toString('utf8');
  return { hash: sha256Hex(bytes), value: JSON.parse(text) as Record<string, unknown> };
};

const changeOf = (write: LedgerWrite, block: number, txId: string): readonly Change[] => {
  const split = splitComposite(write.key);
  if (split === undefined) return [];
  return [
    { ...split, key: keyOf(split.type, ...split.parts), record: parseRecord(write.value), block, txId },
  ];
};

/** Changes of a transaction; none when it is not valid. */
export const changesOf = (transaction: LedgerTransaction, block: number): readonly Change[] =>
  transaction.code === 0
    ? transaction.writes.flatMap((write) => changeOf(write, block, transaction.txId))
    : [];

/** The command that a transaction carries; undefined when it carries none. */
export const commandOf = ({ args }: Pick<LedgerTransaction, 'args'>): Command | undefined => {
  try {
    return envelope.parse(JSON.parse(args[0] ?? '')).command;
  } catch {
    return undefined;
  }
};

/** What a transaction says that it is: its command when the argument is one of ours. */
export const describeTransaction = (
  transaction: LedgerTransaction,
): { contract: string; act: string; cmd: string | null; parties: Signatory[] } => {
  const command = commandOf(transaction);
  if (command !== undefined) {
    const { contract, act, cmd, parties } = command;
    return { contract, act, cmd, parties };
  }
  const { fn } = transaction;
  const [contract = '', act = ''] = fn.includes(':') ? fn.split(':') : ['', fn];
  return { contract, act, cmd: null, parties: [] };
};
