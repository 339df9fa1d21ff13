// The long forms of what npm test does in short, one after the other; the first one that fails ends the run.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTools } from './find-tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MS_PER_MINUTE = 60_000;

/** Name, what it needs, script with its options. */
const STAGES = [
  ['parity', 'fabric', ['tests/parity/main.ts', '--fabric']],
  ['scripts', 'fabric', ['tests/parity/main.ts', '--scripts', '300']],
  ['ownership', 'fabric', ['tests/ownership/main.ts']],
  ['outage', 'fabric', ['tests/ownership/story-without.ts', 'C']],
  ['legacy', 'fabric', ['tests/fabric/legacy-story.ts']],
  ['gateways', 'fabric', ['tests/fabric/four-gateways.ts']],
  ['faults', undefined, ['tests/faults/main.ts', 'embedded', '--rounds', '50']],
];

const runStage = (args) =>
  spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', ...args], {
    cwd: root,
    stdio: 'inherit',
  }).status === 0;

/** Runs every stage; returns the exit code. */
export const verifyFull = (options) => {
  if (options.length > 0) {
    process.stderr.write(`npm run verify:full takes no options: ${options.join(' ')}\n`);
    return 1;
  }
  const tools = findTools();
  for (const [name, needs, args] of STAGES) {
    if (needs !== undefined && tools[needs] === '') {
      process.stdout.write(`stage ${name}: skipped, not found: ${needs}\n`);
      continue;
    }
    const started = performance.now();
    const isOk = runStage(args);
    const minutes = (performance.now() - started) / MS_PER_MINUTE;
    process.stdout.write(`stage ${name}: ${isOk ? 'ok' : 'FAILED'}, ${minutes.toFixed(1)} min\n`);
    if (!isOk) return 1;
  }
  return 0;
};
