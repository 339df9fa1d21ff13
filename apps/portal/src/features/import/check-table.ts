/** Reads a table and judges its rows; loaded when there is one. */
import { ApiError } from '@yaosu/gateway/api/api-error';
import { api } from '../../lib/api.js';
import { judge, type Known } from './judge.js';
import { isGood, type JudgedRow } from './judged-row.js';
import type { Subject } from './subject.js';
import { subjectNamed } from './subjects.js';
import type { Line } from './table/line.js';
import { mapLines } from './table/map-lines.js';
import { readPasted, readTable } from './table/read-table.js';
import { MOST_LOOKED_UP, type Checked, type Source } from './use-check.js';

const isThere = async (key: string): Promise<boolean> => {
  try {
    return (await api.read('recordHash', { key })).hash !== null;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return false;
    throw error;
  }
};

const lookedUp = async (subject: Subject, own: string, judged: JudgedRow): Promise<JudgedRow> => {
  if (!isGood(judged) || subject.makes === undefined) return judged;
  if (!(await isThere(await subject.makes(judged.row, own)))) return judged;
  return { ...judged, problems: [{ column: subject.sameness.at(-1) ?? '', why: 'onLedger' }] };
};

const linesOf = (source: Source): Promise<readonly Line[]> =>
  typeof source === 'string' ? Promise.resolve(source).then(readPasted) : readTable(source);

/** Every row with what is wrong in it. @param act name of the act whose rows they are @throws FileWrong, ApiError */
export const checkTable = async (source: Source, act: string, known: Known): Promise<Checked> => {
  const subject = subjectNamed(act);
  const lines = mapLines(await linesOf(source), subject.columns);
  const judged = await judge(subject, lines, known);
  const rows: JudgedRow[] = [];
  for (const each of judged) {
    rows.push(judged.length > MOST_LOOKED_UP ? each : await lookedUp(subject, known.own, each));
  }
  return { file: typeof source === 'string' ? '' : source.name, rows };
};
