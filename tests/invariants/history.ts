/** What a ledger's blocks say that happened: the valid transactions, their commands and what they wrote. */
import { envelope, type Command } from '@yaosu/chaincode/model/kernel/command';
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { LedgerBlock } from '@yaosu/network';
import { splitComposite, writtenKey } from '../support/written-key.js';

/** Fields of a record. */
export type Fields = Readonly<Record<string, unknown>>;

/** A record as a transaction wrote it. */
export interface Written {
  readonly key: string;
  readonly type: KeyType;
  readonly parts: readonly string[];
  /** Undefined: deleted. */
  readonly value: Fields | undefined;
}

/** A valid transaction. */
export interface Effect {
  readonly txId: string;
  readonly block: number;
  /** Undefined: a transaction without a command, as the one that deploys the chaincode. */
  readonly command: Command | undefined;
  readonly writes: readonly Written[];
}

const commandOf = (text: string | undefined): Command | undefined => {
  if (text === undefined || !text.startsWith('{')) return undefined;
  const parsed = envelope.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.command : undefined;
};

const writtenOf = (key: string, bytes: Uint8Array | undefined): readonly Written[] => {
  const split = splitComposite(key);
  if (split === undefined) return [];
  const value = bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as Fields);
  return [{ ...split, key: writtenKey(key), value }];
};

/** Valid transactions in the order in which they took effect. */
export const historyOf = (blocks: readonly LedgerBlock[]): readonly Effect[] =>
  blocks.flatMap(({ number, transactions }) =>
    transactions
      .filter(({ code }) => code === 0)
      .map(({ txId, args, writes }) => ({
        txId,
        block: Number(number),
        command: commandOf(args[0]),
        writes: writes.flatMap(({ key, value }) => writtenOf(key, value)),
      })),
  );

/** `contract.act` of an effect, '' when it has no command. */
export const actOf = ({ command }: Effect): string =>
  command === undefined ? '' : `${command.contract}.${command.act}`;
