/** Fabric's own commands: where they are and at which version. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.js';
import { NetworkError } from './network-error.js';

/** What the native network calls. */
export const COMMANDS = ['peer', 'orderer', 'osnadmin', 'configtxgen'] as const;
/** Name of a command. */
export type CommandName = (typeof COMMANDS)[number];

/** Command → its path. */
export type Commands = Readonly<Record<CommandName, string>>;

/** What was found of one command. */
export interface FoundCommand {
  readonly name: CommandName;
  readonly path: string | undefined;
  /** As the command gives it; osnadmin gives none. */
  readonly version: string | undefined;
  /** The one next step, undefined when there is nothing to do. */
  readonly advice: string | undefined;
}

const OLDEST = [2, 5] as const;
const VERSION_ARGS: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  peer: ['version'],
  orderer: ['version'],
  configtxgen: ['-version'],
};
const VERSION = /Version:\s*(\S+)/;
/** Builds without a release tag say `latest`; nothing can be judged by that. */
const RELEASE = /^v?(\d+)\.(\d+)\./;
const WHERE =
  "install Fabric's release archive v2.5.16 and name its bin folder in FABRIC_BIN (docs/operations/native-network.md)";

type Environment = Readonly<Record<string, string | undefined>>;

/** `FABRIC_BIN` alone when it is set, otherwise every folder of PATH. */
const foldersOf = (env: Environment): readonly string[] =>
  env['FABRIC_BIN'] === undefined || env['FABRIC_BIN'] === ''
    ? (env['PATH'] ?? '').split(delimiter)
    : [env['FABRIC_BIN']];

const versionOf = async (name: CommandName, path: string): Promise<string | undefined> => {
  const args = VERSION_ARGS[name];
  if (args === undefined) return undefined;
  const { output, errors } = await run(path, args);
  return VERSION.exec(output + errors)?.[1] ?? 'unknown';
};

const isFit = (version: string): boolean => {
  const release = RELEASE.exec(version);
  return release === null || (Number(release[1]) === OLDEST[0] && Number(release[2]) >= OLDEST[1]);
};

const find = async (name: CommandName, env: Environment): Promise<FoundCommand> => {
  const path = foldersOf(env)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  if (path === undefined) return { name, path, version: undefined, advice: `${name} is missing: ${WHERE}` };
  const version = await versionOf(name, path);
  const advice =
    version === undefined || isFit(version)
      ? undefined
      : `${name} is ${version}, this network needs 2.5 or a newer 2.x: ${WHERE}`;
  return { name, path, version, advice };
};

/** What is found of every command. */
export const findCommands = (env: Environment): Promise<readonly FoundCommand[]> =>
  Promise.all(COMMANDS.map((name) => find(name, env)));

/** The commands, all of them fit. @throws NetworkError that names what is missing or too old */
export const requireCommands = async (env: Environment): Promise<Commands> => {
  const found = await findCommands(env);
  const advice = found.map((one) => one.advice).filter((one) => one !== undefined);
  if (advice.length > 0) throw new NetworkError(advice.join('\n'));
  return Object.fromEntries(found.map(({ name, path }) => [name, path])) as Commands;
};
