/** What a machine has for a native network, and the next step. */
import { findCommands } from './commands.js';
import { takenPort } from './ports.js';
import { isRunning } from './node-process.js';
import { readSettings } from './settings.js';
import { startOn } from './start-on.js';
import type { Places } from '../places.js';
import type { Topology } from '../topology.js';

/** What was found, a line each, and what to do next. */
export interface Diagnosis {
  readonly found: readonly string[];
  readonly next: string;
}

const describe = (name: string, path: string | undefined, version: string | undefined): string =>
  path === undefined
    ? `${name}: missing`
    : `${name}: ${path}${version === undefined ? '' : `, version ${version}`}`;

/** What has to run; of the two places of a chaincode process one is enough, the other one is for an upgrade. */
const duties = ({ orderers, peers }: Topology): readonly (readonly string[])[] => [
  ...[...orderers, ...peers].map(({ name }) => [name]),
  ...peers.flatMap(({ servers }) => servers.map((turns) => turns.map(({ name }) => name))),
];

/** How many of the duties are done. */
const doneOf = async (topology: Topology, places: Places): Promise<number> => {
  const done = duties(topology).map(async (names) =>
    (await Promise.all(names.map((name) => isRunning(places, name)))).includes(true),
  );
  return (await Promise.all(done)).filter(Boolean).length;
};

const nextOf = async (topology: Topology, places: Places): Promise<string> => {
  const made = await readSettings(places);
  const done = await doneOf(topology, places);
  if (done === duties(topology).length) return `the network runs: ${startOn(places)}`;
  if (done > 0) return 'part of the network runs: npm run network -- up brings up the rest';
  if (made !== undefined && made.portBase !== topology.portBase)
    return `this folder's network was made with YAOSU_PORT_BASE=${String(made.portBase)}: use that base, or npm run network -- down --wipe`;
  if (made !== undefined && made.consensus !== topology.consensus)
    return `this folder's network was made with --profile ${made.consensus}: use that one, or npm run network -- down --wipe`;
  const taken = await takenPort(topology);
  if (taken !== undefined) return `${taken}; end what listens there, or move every port with YAOSU_PORT_BASE`;
  return 'npm run network -- up';
};

/** Look for commands, ports and an earlier network. */
export const diagnose = async (
  topology: Topology,
  places: Places,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Diagnosis> => {
  const commands = await findCommands(env, topology.consensus);
  const advice = commands.map((one) => one.advice).find((one) => one !== undefined);
  const made = await readSettings(places);
  return {
    found: [
      ...commands.map(({ name, path, version }) => describe(name, path, version)),
      `network folder: ${places.root}, ${made === undefined ? 'new' : `made with ports from ${String(made.portBase)}, --profile ${made.consensus}`}`,
      `Node ${process.versions.node}`,
    ],
    next: advice ?? (await nextOf(topology, places)),
  };
};
