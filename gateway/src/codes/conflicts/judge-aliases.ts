/** Second codes with all that is said against them. */
import { conflictsOf } from '@yaosu/chaincode/rules/code/alias-conflicts';
import type { ConflictView, ConflictWord } from '../../api/code-conflicts.js';
import { selectAliases, type AliasRow, type Place } from './alias-rows.js';
import { loadWords, type Asking, type Words } from './load-words.js';

/** Second codes that are judged by one round of queries where all are counted. */
const AT_ONCE = 500;

/** Some second codes, the newest first, and whether there are none after them. */
interface Round {
  readonly judged: readonly { readonly row: AliasRow; readonly conflicts: readonly ConflictView[] }[];
  readonly isLast: boolean;
}

const spoken = ({ enterprise, product }: ConflictWord) => ({ enterprise, product: product ?? undefined });

const conflictsOfRow = (
  { value: { code, batches } }: AliasRow,
  { second, others }: Words,
): readonly ConflictView[] =>
  others.flatMap((other) =>
    conflictsOf(spoken(second), { by: other.by, ...spoken(other) }).map((kind) => ({
      ...{ kind, object: code, batches: [...batches], second, other },
    })),
  );

/** So many from a place on that the caller sees, the one of the place among them. */
export const judgeAliases = async (
  asking: Asking,
  from: Place | undefined,
  limit: number,
): Promise<Round> => {
  const rows = await selectAliases(asking.services.db, asking.caller, from, limit);
  const words = await loadWords(asking, rows);
  return {
    judged: rows.map((row) => ({ row, conflicts: conflictsOfRow(row, words(row)) })),
    isLast: rows.length < limit,
  };
};

/** How many pairs of codes that the caller sees do not agree. */
export const countConflicts = async (asking: Asking): Promise<number> => {
  let count = 0;
  let place: Place | undefined;
  for (;;) {
    const { judged, isLast } = await judgeAliases(asking, place, AT_ONCE);
    for (const { row, conflicts } of judged) if (row.key !== place?.key) count += conflicts.length;
    if (isLast) return count;
    const last = judged.at(-1)?.row;
    place = last && { block: last.block, key: last.key, shown: 0 };
  }
};
