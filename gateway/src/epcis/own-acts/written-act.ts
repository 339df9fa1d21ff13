/** A valid transaction as the table of events reads it: its command, and what it wrote. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';

type Value = Readonly<Record<string, unknown>>;

/** A record that was written. */
export interface Written {
  readonly key: string;
  readonly type: KeyType;
  readonly value: Value;
}

/** What an act did. */
export interface WrittenAct {
  readonly command: Pick<Command, 'contract' | 'act' | 'cmd' | 'parties' | 'payload'>;
  /** When it happened. */
  readonly at: string;
  readonly txId: string;
  readonly block: number;
  readonly written: readonly Written[];
}

/** Records of a type, as they were written. */
export const writtenOf = <T>({ written }: WrittenAct, type: KeyType): readonly T[] =>
  written.filter((each) => each.type === type).map(({ value }) => value as T);

/** Stock as it stands after the act. */
export const stockAfter = (act: WrittenAct): readonly ParcelRecord[] =>
  writtenOf<ParcelRecord>(act, 'parcel').filter(({ spentBy }) => spentBy === null);

/** Stock that the act ended. */
export const stockSpent = (act: WrittenAct): readonly ParcelRecord[] =>
  writtenOf<ParcelRecord>(act, 'parcel').filter(({ spentBy }) => spentBy === act.command.cmd);
