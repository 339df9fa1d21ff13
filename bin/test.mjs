// All tests, stage by stage against its budget; the last line counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findTools } from './find-tools.mjs';
import { JEST } from './jest/command.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MS_PER_MINUTE = 60_000;

/** Resolves with the exit code. */
const node = (args, env) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** Suites at a time, of the machine's cores: a Fabric network wants both of two for itself. */
const WORKERS = { fabric: '50%' };

/** Runs the suites of a stage's projects together. */
const jest = (stage, projects, report, env) =>
  node(
    [
      ...JEST,
      '--selectProjects',
      ...projects,
      '--json',
      '--outputFile',
      report,
      '--silent=false',
      '--passWithNoTests',
      // Of two cores Jest would leave one idle.
      `--maxWorkers=${WORKERS[stage] ?? '100%'}`,
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

const countsOfCommands = (...codes) => ({
  passed: codes.filter((code) => code === 0).length,
  failed: codes.filter((code) => code !== 0).length,
  skipped: 0,
  skippedSuites: [],
  slowest: [],
});

const build = async () => countsOfCommands(await node(['bin/build.mjs']));

/** The linter takes one core about as long as types and format take the other. */
const checks = async () => {
  const typesAndFormat = async () => [
    await node(['bin/types.mjs']),
    await node(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  ];
  const lint = node(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']);
  const [linted, others] = await Promise.all([lint, typesAndFormat()]);
  return countsOfCommands(linted, ...others);
};

/** Stage, its budget in minutes on two cores, and what it runs. */
const stages = (reports, env) => {
  const suites = (stage, projects) => async () => {
    const report = join(reports, `${stage}.json`);
    rmSync(report, { force: true });
    await jest(stage, projects, report, env);
    return countsOf(report);
  };
  const hasServers = env.YAOSU_TEST_POSTGRES !== '' && env.YAOSU_TEST_REDIS !== '';
  return [
    ['lint, types and format', 2, checks],
    ['build', 1, build],
    ['unit', 4, suites('unit', ['unit'])],
    ['gateway', 5, suites('gateway', ['gateway', ...(hasServers ? ['servers'] : [])])],
    ['chromium', 7, suites('chromium', ['chromium'])],
    ['fabric', 5, suites('fabric', ['fabric'])],
  ];
};

/** Tools that whoever runs the tests says are there: without one of them its suites are not skipped but failed. */
const NEEDED = (process.env.YAOSU_TESTS_NEED ?? '').split(' ').filter((name) => name !== '');

/** Says what was skipped and why; @returns how many tools are missing that were needed */
const printSkipped = (skippedSuites, tools) => {
  for (const suite of skippedSuites) process.stdout.write(`skipped: ${suite}\n`);
  const missing = Object.keys(tools).filter((name) => tools[name] === '');
  for (const name of missing)
    process.stdout.write(`not found${NEEDED.includes(name) ? ', although needed' : ''}: ${name}\n`);
  return missing.filter((name) => NEEDED.includes(name)).length;
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
    const counts = await run();
    const minutes = (performance.now() - started) / MS_PER_MINUTE;
    process.stdout.write(
      `stage ${name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${minutes.toFixed(1)} of ${budget} min\n`,
    );
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
    total.skippedSuites.push(...counts.skippedSuites);
    if (minutes > budget) printSlowest(counts.slowest);
  }
  rmSync(seeded, { recursive: true, force: true });
  total.failed += printSkipped(total.skippedSuites, tools);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed === 0 ? 0 : 1;
};
