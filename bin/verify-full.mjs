// The long forms of what npm test does in short, one after the other; the first one that fails ends the run.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTools } from './find-tools.mjs';
import { JEST } from './jest/command.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MS_PER_MINUTE = 60_000;

const FROM_SOURCE = ['--conditions=source', '--import', 'tsx'];

/** Suites of a project, chosen by a pattern. */
const suites = (project, pattern) => [
  ...JEST,
  '--selectProjects',
  project,
  '--forceExit',
  '--testPathPatterns',
  pattern,
];

const ON_BFT = { YAOSU_NETWORK_PROFILE: 'bft' };

/** Name, what it needs, what Node runs, with which variables. */
const STAGES = [
  ['parity', 'fabric', [...FROM_SOURCE, 'tests/parity/main.ts', '--fabric']],
  ['scripts', 'fabric', [...FROM_SOURCE, 'tests/parity/main.ts', '--scripts', '300']],
  ['ownership', 'fabric', [...FROM_SOURCE, 'tests/ownership/main.ts']],
  ['rights', 'fabric', [...FROM_SOURCE, 'tests/fabric/rights.ts']],
  ['outage', 'fabric', [...FROM_SOURCE, 'tests/ownership/story-without.ts', 'C']],
  ['legacy', 'fabric', [...FROM_SOURCE, 'tests/fabric/legacy-story.ts']],
  ['legacy-orderers', 'fabric', [...FROM_SOURCE, 'tests/fabric/legacy-orderers.ts']],
  ['gateways', 'fabric', [...FROM_SOURCE, 'tests/fabric/four-gateways.ts']],
  ['upgrade', 'fabric', suites('long', 'tests/fabric/upgrade')],
  ['secrecy', 'fabric', suites('long', 'tests/secrecy/task-terms-on-fabric')],
  ['bft', 'fabric3', suites('fabric', 'tests/fabric'), ON_BFT],
  ['bft parity', 'fabric3', [...FROM_SOURCE, 'tests/parity/main.ts', '--fabric'], ON_BFT],
  ['bft scripts', 'fabric3', [...FROM_SOURCE, 'tests/parity/main.ts', '--scripts', '300'], ON_BFT],
  ['bft ownership', 'fabric3', [...FROM_SOURCE, 'tests/ownership/main.ts'], ON_BFT],
  ['bft gateways', 'fabric3', [...FROM_SOURCE, 'tests/fabric/four-gateways.ts'], ON_BFT],
  ['bad input', undefined, suites('gateway', 'tests/bad-input'), { YAOSU_BAD_INPUT: 'all' }],
  ['rights of reads', undefined, suites('gateway', 'tests/rights-of-reads'), { YAOSU_RIGHTS: 'all' }],
  ['catching up', undefined, suites('fabric', 'tests/neighbours'), { YAOSU_MISSED_BLOCKS: '2000' }],
  ['rivals', undefined, suites('long', 'tests/secrecy/task-terms.long')],
  ['accessibility', 'chromium', suites('long', 'tests/browser/accessibility')],
  ['journeys', 'chromium', suites('long', 'tests/browser/journey')],
  ['day', 'chromium', suites('chromium', 'tests/browser/journey/day'), { YAOSU_DAY: 'all' }],
  ['hurt', 'fabric', [...FROM_SOURCE, 'tests/faults/main.ts', 'fabric']],
  ['bft hurt', 'fabric3', [...FROM_SOURCE, 'tests/faults/main.ts', 'fabric'], ON_BFT],
  ['faults', undefined, [...FROM_SOURCE, 'tests/faults/main.ts', 'embedded', '--rounds', '500']],
];

const runStage = (args, variables) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...variables } })
    .status === 0;

/** The stages from the one that `--from` names on, all without it; undefined for other options. */
const stagesOf = ([option, name, ...others]) => {
  if (option === undefined) return STAGES;
  const first = STAGES.findIndex(([stage]) => stage === name);
  return option === '--from' && others.length === 0 && first >= 0 ? STAGES.slice(first) : undefined;
};

/** Runs every stage, or those from one on; returns the exit code. */
export const verifyFull = (options) => {
  const stages = stagesOf(options);
  if (stages === undefined) {
    const names = STAGES.map(([name]) => `'${name}'`).join('|');
    process.stderr.write(`usage: npm run verify:full [-- --from ${names}]\n`);
    return 1;
  }
  const tools = { ...findTools(), fabric3: process.env.FABRIC3_BIN ?? '' };
  for (const [name, needs, args, variables] of stages) {
    if (needs !== undefined && tools[needs] === '') {
      process.stdout.write(`stage ${name}: skipped, not found: ${needs}\n`);
      continue;
    }
    const started = performance.now();
    const isOk = runStage(args, variables);
    const minutes = (performance.now() - started) / MS_PER_MINUTE;
    process.stdout.write(`stage ${name}: ${isOk ? 'ok' : 'FAILED'}, ${minutes.toFixed(1)} min\n`);
    if (!isOk) return 1;
  }
  return 0;
};
