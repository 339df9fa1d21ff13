/** What a data folder of an embedded server that has ended holds of its past. */
import { join } from 'node:path';
import { openLevelJournal, type AuditRow, type Journal, type JournalEntry } from '@yaosu/gateway/journal';
import type { Ledger } from '@yaosu/network';
import { decodeBlock } from '@yaosu/network/blocks';
import { embeddedOptions } from '@yaosu/gateway/ledger';
import { openEmbeddedLedger } from '@yaosu/network/embedded';
import { systemPorts } from '@yaosu/gateway/ports';
import { historyOf } from '../invariants/history.js';
import type { Evidence } from '../invariants/index.js';

const PAGE = 1_000;

/** Every block of a ledger, from the first one or a later one on. */
export const blocksOf = async (
  ledger: Pick<Ledger, 'height' | 'blockBytes'>,
  from = 0n,
): Promise<readonly Uint8Array[]> => {
  const blocks: Uint8Array[] = [];
  const height = await ledger.height();
  for (let number = from; number < height; number += 1n) blocks.push(await ledger.blockBytes(number));
  return blocks;
};

/** Every block of the ledger in a data folder. */
export const readBlocks = async (data: string): Promise<readonly Uint8Array[]> => {
  const ledger = await openEmbeddedLedger(await embeddedOptions(data, systemPorts.clock));
  try {
    return await blocksOf(ledger);
  } finally {
    await ledger.close();
  }
};

/** What a journal says of these commands and of all that it knows. */
export interface JournalRead {
  readonly audit: readonly AuditRow[];
  readonly entries: readonly JournalEntry[];
}

/** Reads a journal to its end, and closes it. */
export const readJournal = async (journal: Journal, blocks: readonly Uint8Array[]): Promise<JournalRead> => {
  const history = historyOf(blocks.map((bytes) => decodeBlock(bytes)));
  const cmds = history.flatMap(({ command }) => (command === undefined ? [] : [command.cmd]));
  try {
    const audit: AuditRow[] = [];
    for (;;) {
      const page = await journal.audit((audit.at(-1)?.seq ?? 0) + 1, PAGE);
      if (page.length === 0) break;
      audit.push(...page);
    }
    const known = new Set([...audit.map(({ cmd }) => cmd), ...cmds]);
    const entries = await Promise.all([...known].map((cmd) => journal.find(cmd)));
    return { audit, entries: entries.filter((entry) => entry !== undefined) };
  } finally {
    await journal.close();
  }
};

/** Blocks and journal of a data folder that no server has open. @throws when one has */
export const readFolder = async (data: string): Promise<Omit<Evidence, 'acknowledged'>> => {
  const blocks = await readBlocks(data);
  return { blocks, ...(await readJournal(await openLevelJournal(join(data, 'journal')), blocks)) };
};
