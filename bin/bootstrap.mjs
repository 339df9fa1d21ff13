// The one entry of every command. Old syntax until the version is known: this file must at least parse on an old Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const floor = [20, 19];

function fail(line) {
  process.stderr.write(line + '\n');
  process.exit(1);
}

function assertNode() {
  const have = process.versions.node.split('.').map(Number);
  if (have[0] > floor[0] || (have[0] === floor[0] && have[1] >= floor[1])) return;
  fail(
    'Yaosu needs Node ' +
      floor.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. Install it from https://nodejs.org and run the command again.',
  );
}

/** Runs a command of the project and returns its exit code. */
function run(command, args, env) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (result.error) fail(command + ' could not be started: ' + result.error.message);
  return result.status === null ? 1 : result.status;
}

/** Installs from the lock file when it changed since the last install of this kind. */
function install(withDev) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.yaosu-installed');
  const have = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (have === lock + '+dev' || (!withDev && have === lock)) return;
  process.stdout.write('Installing packages (once, about a minute) …\n');
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error'].concat(withDev ? [] : ['--omit=dev']);
  if (run('npm', args) !== 0)
    fail('npm ci failed. See its message above; is there a network and free disk space?');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, withDev ? lock + '+dev' : lock);
}

/** What a ledger allocates is mostly forgotten at once: with room for it the collector has less to move. */
const memory = ['--max-semi-space-size=32'];

/** Starts a process that takes over the terminal's signals and ends this one with its code. */
function become(args, env) {
  const child = spawn(process.execPath, [...memory, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code === null ? 1 : code));
}

const fromSource = ['--conditions=source', '--import', 'tsx'];

/** In a process of its own: this one lives as long as what it starts, and bundlers keep what they took. */
function build() {
  if (run(process.execPath, ['bin/build.mjs']) !== 0) fail('The build failed. See its message above.');
}

function start(options) {
  install(false);
  build();
  become(['gateway/dist/main.js', ...options]);
}

/** Servers run from source and start again when one of their files changes; this process bundles the apps meanwhile. */
async function dev(options) {
  install(true);
  const { buildServers } = await import('./build.mjs');
  await buildServers();
  const { watchApps } = await import('./dev.mjs');
  await watchApps();
  become(['--watch', ...fromSource, 'gateway/src/main.ts', ...options]);
}

async function test(options) {
  install(true);
  const { test: runTests } = await import('./test.mjs');
  process.exit(await runTests(options));
}

async function verify(options) {
  install(true);
  build();
  const { verifyFull } = await import('./verify-full.mjs');
  process.exit(verifyFull(options));
}

function runScript([script, ...options]) {
  if (!script) fail('usage: bootstrap.mjs run SCRIPT [options]');
  install(true);
  become([...fromSource, script, ...options]);
}

/** A script that starts the built server. */
function runBuilt(args) {
  install(true);
  build();
  runScript(args);
}

const verbs = { start, dev, test, verify, run: runScript, built: runBuilt };

assertNode();
const [verb, ...rest] = process.argv.slice(2);
if (!verb || !Object.hasOwn(verbs, verb)) fail('usage: bootstrap.mjs ' + Object.keys(verbs).join('|'));
await verbs[verb](rest);
