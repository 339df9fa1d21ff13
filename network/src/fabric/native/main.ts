/**
 * `npm run network -- up|down|status|upgrade|doctor [--profile raft|bft] [--data FOLDER] [--base PORT] [--wipe]`: a real
 * Fabric network on this machine. Also by YAOSU_NETWORK_PROFILE, YAOSU_NETWORK_DATA and YAOSU_PORT_BASE.
 * `npm run network -- describe --compose DIR|--kubernetes DIR --domain NAME [--profile raft|bft] [--base PORT]`: the same network
 * for containers.
 */
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { describeCompose, describeKubernetes, writeDescription } from '../deploy/describe.js';
import { topologyIn } from '../deploy/organisation-units.js';
import { DEFAULT_CONSENSUS, readConsensus, type Consensus } from '../consensus.js';
import { NETWORK_FOLDER, placesOf } from '../places.js';
import { DEFAULT_PORT_BASE, newTopology, type Topology } from '../topology.js';
import { requireCommands } from './commands.js';
import { diagnose } from './doctor.js';
import { bringDown, wipe } from './down.js';
import { NetworkError } from './network-error.js';
import type { NetworkPlan } from './plan.js';
import { newProductPlan } from './product-plan.js';
import { readSettings } from './settings.js';
import { describeStatus, statusOf } from './status.js';
import { startOn } from './start-on.js';
import { bringUp } from './up.js';
import { upgrade } from './upgrade.js';

const LOWEST_PORT = 1024;
const HIGHEST_BASE = 65_000;
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const MS_PER_SECOND = 1000;

const USAGE =
  'usage: npm run network -- up|down|status|upgrade|doctor [--profile raft|bft] [--data FOLDER] [--base PORT] [--wipe], or ' +
  'describe --compose DIR|--kubernetes DIR --domain NAME [--profile raft|bft] [--base PORT]';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Options {
  readonly verb: string;
  readonly folder: string;
  readonly base: string | undefined;
  readonly profile: string | undefined;
  readonly wipe: boolean;
  readonly compose: string | undefined;
  readonly kubernetes: string | undefined;
  readonly domain: string | undefined;
}

const parseOptions = (args: readonly string[]): Options => {
  try {
    const options = {
      data: { type: 'string' },
      base: { type: 'string' },
      profile: { type: 'string' },
      wipe: { type: 'boolean' },
      compose: { type: 'string' },
      kubernetes: { type: 'string' },
      domain: { type: 'string' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb = '', ...stray] = positionals;
    if (stray.length > 0) throw new NetworkError(USAGE);
    return {
      verb,
      folder: resolve(values.data ?? process.env['YAOSU_NETWORK_DATA'] ?? NETWORK_FOLDER),
      base: values.base ?? process.env['YAOSU_PORT_BASE'],
      profile: values.profile,
      wipe: values.wipe === true,
      compose: values.compose,
      kubernetes: values.kubernetes,
      domain: values.domain,
    };
  } catch {
    throw new NetworkError(USAGE);
  }
};

/** The base that was asked for, or that of the folder's network. */
const baseOf = async ({ base, folder }: Options): Promise<number> => {
  if (base === undefined) return (await readSettings(placesOf(folder)))?.portBase ?? DEFAULT_PORT_BASE;
  const port = Number(base);
  if (Number.isInteger(port) && port >= LOWEST_PORT && port <= HIGHEST_BASE) return port;
  throw new NetworkError(`the port base is ${String(LOWEST_PORT)} to ${String(HIGHEST_BASE)}: ${base}`);
};

/** The profile that was asked for, or that of the folder's network. */
const consensusOf = async ({ profile, folder }: Options): Promise<Consensus> => {
  const asked = profile ?? process.env['YAOSU_NETWORK_PROFILE'];
  if (asked === undefined) return (await readSettings(placesOf(folder)))?.consensus ?? DEFAULT_CONSENSUS;
  const consensus = readConsensus(asked);
  if (consensus === undefined) throw new NetworkError(USAGE);
  return consensus;
};

const topologyOf = async (options: Options): Promise<Topology> =>
  newTopology(await baseOf(options), { consensus: await consensusOf(options) });

const planOf = async (options: Options): Promise<NetworkPlan> => {
  const consensus = await consensusOf(options);
  return newProductPlan(options.folder, {
    commands: await requireCommands(process.env, consensus),
    portBase: await baseOf(options),
    consensus,
    say: print,
  });
};

const up = async (options: Options): Promise<void> => {
  const started = performance.now();
  const plan = await planOf(options);
  await bringUp(plan);
  const seconds = ((performance.now() - started) / MS_PER_SECOND).toFixed(1);
  print(`the network is up after ${seconds} s`);
  print(`next: ${startOn(plan.places)}`);
};

const down = async (options: Options): Promise<void> => {
  const places = placesOf(options.folder);
  const ended = await bringDown(await topologyOf(options), places);
  print(ended.length === 0 ? 'nothing of this network was running' : `ended: ${ended.join(', ')}`);
  if (!options.wipe) return;
  await wipe(places);
  print(`removed: ${places.root}`);
};

const status = async (options: Options): Promise<void> => {
  for (const line of describeStatus(await statusOf(await planOf(options)))) print(line);
};

const doctor = async (options: Options): Promise<void> => {
  const { found, next } = await diagnose(await topologyOf(options), placesOf(options.folder), process.env);
  for (const line of found) print(line);
  print(`next: ${next}`);
};

/** Needs no command of Fabric and no network. */
const describe = async (options: Options): Promise<void> => {
  const { compose, kubernetes, domain = '' } = options;
  if ((compose === undefined && kubernetes === undefined) || !DOMAIN.test(domain))
    throw new NetworkError(USAGE);
  const base = options.base === undefined ? DEFAULT_PORT_BASE : await baseOf(options);
  const consensus = options.profile === undefined ? DEFAULT_CONSENSUS : await consensusOf(options);
  const described = { topology: topologyIn(domain, base, consensus), domain };
  if (compose !== undefined) await writeDescription(resolve(compose), describeCompose(described));
  if (kubernetes !== undefined) await writeDescription(resolve(kubernetes), describeKubernetes(described));
  print('written; docs/operations/production.md says who does what with it, in which order');
};

const VERBS: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  up,
  down,
  status,
  doctor,
  describe,
  upgrade: async (options) => upgrade(await planOf(options)),
};

const main = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2));
  const act = VERBS[options.verb];
  if (act === undefined) throw new NetworkError(USAGE);
  await act(options);
};

main().catch((error: unknown) => {
  if (!(error instanceof NetworkError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
