/** `npm run parity -- --scripts N [--seed S]`: drawn scripts on both ledgers, compared. */
import type { Row } from '../row.js';
import type { Difference } from '../run-row.js';
import { runScript, type Pair } from './run-scripts.js';
import { drawScripts } from './script.js';

/** Codes without which a run would prove little, and how often each has to come in a full one. */
const WANTED = ['ENDORSEMENT_POLICY_FAILURE', 'MVCC_READ_CONFLICT', 'PHANTOM_READ_CONFLICT'] as const;
const WANTED_TIMES = 20;
const FULL = 300;

/** Runs the scripts, prints those that differ and the codes that came. @returns how many differ or are too rare */
export const runScripts = async (pair: Pair, count: number, seed: number): Promise<number> => {
  const counts = new Map<string, number>();
  let differing = 0;
  for (const script of drawScripts(count, seed)) {
    const { outcome, codes } = await runScript(pair, script);
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    if (outcome === 'equal') continue;
    differing += 1;
    printDifference(script, outcome);
  }
  const rare = count < FULL ? [] : WANTED.filter((code) => (counts.get(code) ?? 0) < WANTED_TIMES);
  for (const code of rare) console.log(`${code} came less than ${String(WANTED_TIMES)} times`);
  console.log(`codes: ${[...counts].map(([code, times]) => `${code} ${String(times)}`).join(', ')}`);
  console.log(`scripts of seed ${String(seed)}: ${String(count - differing)} of ${String(count)} equal`);
  return differing + rare.length;
};

const printDifference = ({ title, steps }: Row, { step, did, got, expected }: Difference): void => {
  console.log(`${title}: DIFFERENT at step ${String(step + 1)} (${did})`);
  console.log(`   embedded ${JSON.stringify(got)}\n   fabric   ${JSON.stringify(expected)}`);
  for (const each of steps.slice(0, step + 1)) console.log(`   ${JSON.stringify(each)}`);
};
