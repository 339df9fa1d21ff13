// All tests, stage by stage against its budget; the last line counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTools } from './find-tools.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MS_PER_MINUTE = 60_000;

const node = (args, env) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status ?? 1;

/** Suites at a time, of the machine's cores; whole servers and networks run one at a time on two. */
const WORKERS = { unit: '100%', system: '100%' };

const jest = (project, report, env) =>
  node(
    [
      '--experimental-vm-modules',
      '--no-warnings=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      project,
      '--json',
      '--outputFile',
      report,
      '--silent=false',
      '--passWithNoTests',
      // Of two cores Jest would leave one idle.
      `--maxWorkers=${WORKERS[project] ?? '50%'}`,
      // A server that a broken test leaves behind must not keep the run waiting for ever.
      '--forceExit',
    ],
    env,
  );

const SLOWEST = 8;
const MS_PER_SECOND = 1_000;

/** Suite and seconds, the slowest first. */
const slowestOf = (suites) =>
  suites
    .map(({ name, startTime, endTime }) => [relative(root, name), (endTime - startTime) / MS_PER_SECOND])
    .sort(([, a], [, b]) => b - a)
    .slice(0, SLOWEST);

const countsOf = (report) => {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, skippedSuites: [], slowest: [] };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const broken = result.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const skippedSuites = result.testResults
    .flatMap((suite) => suite.assertionResults)
    .filter((test) => test.status === 'pending')
    .map((test) => test.ancestorTitles[0] ?? test.title);
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests,
    skippedSuites: [...new Set(skippedSuites)],
    slowest: slowestOf(result.testResults),
  };
};

const single = (status) => ({
  passed: status === 0 ? 1 : 0,
  failed: status === 0 ? 0 : 1,
  skipped: 0,
  skippedSuites: [],
  slowest: [],
});

/** Stage, its budget in minutes on two cores, and what it runs. */
const stages = (reports, env) => [
  [
    'lint',
    1,
    () =>
      single(node(['node_modules/eslint/bin/eslint.js', '--concurrency', '2', '--max-warnings', '0', '.'])),
  ],
  [
    'format',
    0.5,
    () => single(node(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])),
  ],
  ['types', 1.5, () => single(node(['bin/types.mjs']))],
  ['build', 1, () => single(node(['bin/build.mjs']))],
  ['unit', 4, () => (jest('unit', join(reports, 'unit.json'), env), countsOf(join(reports, 'unit.json')))],
  ...(env.YAOSU_TEST_POSTGRES === '' || env.YAOSU_TEST_REDIS === ''
    ? []
    : [
        [
          'servers',
          5,
          () => (
            jest('servers', join(reports, 'servers.json'), env),
            countsOf(join(reports, 'servers.json'))
          ),
        ],
      ]),
  [
    'system',
    7,
    () => (jest('system', join(reports, 'system.json'), env), countsOf(join(reports, 'system.json'))),
  ],
  [
    'fabric',
    5,
    () => (jest('fabric', join(reports, 'fabric.json'), env), countsOf(join(reports, 'fabric.json'))),
  ],
];

const printSkipped = (skippedSuites, tools) => {
  for (const suite of skippedSuites) process.stdout.write(`skipped: ${suite}\n`);
  for (const [name, path] of Object.entries(tools))
    if (path === '') process.stdout.write(`not found: ${name}\n`);
};

/** Where the time of a stage over its budget went. */
const printSlowest = (slowest) => {
  for (const [name, seconds] of slowest)
    process.stdout.write(`  ${seconds.toFixed(0).padStart(4)} s  ${name}\n`);
};

/** Runs every stage; returns the exit code. */
export const test = async (options) => {
  if (options.length > 0) {
    process.stderr.write(`npm test takes no options: ${options.join(' ')}\n`);
    return 1;
  }
  const reports = join(root, '.cache', 'test-reports');
  mkdirSync(reports, { recursive: true });
  const tools = findTools();
  const seeded = mkdtempSync(join(tmpdir(), 'yaosu-seeded-'));
  const env = {
    ...Object.fromEntries(
      Object.entries(tools).map(([name, path]) => [`YAOSU_TEST_${name.toUpperCase()}`, path]),
    ),
    // Servers under test start on copies of one folder instead of each making the story's enterprises again.
    YAOSU_TEST_SEEDED: seeded,
  };
  const total = { passed: 0, failed: 0, skipped: 0, skippedSuites: [] };
  for (const [name, budget, run] of stages(reports, env)) {
    const started = performance.now();
    const counts = run();
    const minutes = (performance.now() - started) / MS_PER_MINUTE;
    process.stdout.write(
      `stage ${name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${minutes.toFixed(1)} of ${budget} min\n`,
    );
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
    total.skippedSuites.push(...counts.skippedSuites);
    if (minutes > budget) printSlowest(counts.slowest);
  }
  rmSync(seeded, { recursive: true, force: true });
  printSkipped(total.skippedSuites, tools);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed === 0 ? 0 : 1;
};
