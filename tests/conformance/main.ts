/** `npm run conformance`: every set of public vectors, a line each; exit 1 when one is under its floor. */
import { existsSync } from 'node:fs';
import { CONFORMANCE_FOLDER, FLOORS, IS_DEFAULT_FOLDER } from './folder.js';
import { runSets, setsIn, type SetResult } from './run-sets.js';
import { SETS } from './sets/index.js';

const isVerbose = process.argv.includes('--failures');
process.exitCode = await main();

async function main(): Promise<number> {
  if (!existsSync(CONFORMANCE_FOLDER)) {
    console.log(`No vectors at ${CONFORMANCE_FOLDER}: skipped. CONFORMANCE_DIR names another folder.`);
    console.log('0 passed, 0 failed');
    return 0;
  }
  const { held, lacking } = setsIn(CONFORMANCE_FOLDER, SETS);
  if (!IS_DEFAULT_FOLDER) for (const name of lacking) console.log(`${name}: not in this folder, skipped`);
  const results = await runSets(CONFORMANCE_FOLDER, IS_DEFAULT_FOLDER ? SETS : held, {
    floors: FLOORS,
    isDefaultFolder: IS_DEFAULT_FOLDER,
  });
  results.forEach(print);
  const passed = results.reduce((sum, each) => sum + each.passed, 0);
  const total = results.reduce((sum, each) => sum + each.total, 0);
  const isBad = results.some(({ problem }) => problem !== undefined);
  console.log(`${String(passed)} passed, ${String(total - passed)} failed`);
  return isBad ? 1 : 0;
}

function print({ name, passed, failures, total, leftOut, problem }: SetResult): void {
  const rate = total === 0 ? '' : ` (${((100 * passed) / total).toFixed(1)} %)`;
  const verdict = problem === undefined ? '' : ` FAILURE: ${problem}`;
  console.log(
    `${name}: ${String(passed)} passed, ${String(failures.length)} failed, ${String(total)} total${rate}${verdict}`,
  );
  for (const { what, why } of leftOut) console.log(`   not run: ${what}: ${why}`);
  if (isVerbose) for (const failure of failures) console.log(`   failed: ${failure}`);
}
