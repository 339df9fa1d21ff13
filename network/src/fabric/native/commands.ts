/** Fabric's own commands: where they are and at which version. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { consensusRule, type Consensus, type ConsensusRule } from '../consensus.js';
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

const VERSION_ARGS: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  peer: ['version'],
  orderer: ['version'],
  configtxgen: ['-version'],
};
const VERSION = /Version:\s*(\S+)/;
/** Builds without a release tag say `latest`; nothing can be judged by that. */
const RELEASE = /^v?(\d+)\.(\d+)\./;

const whereFrom = ({ tag, commandsIn }: ConsensusRule): string =>
  `install Fabric's release archive v${tag} and name its bin folder in ${commandsIn} (docs/operations/native-network.md)`;

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of the variable alone when it is set, otherwise those of PATH where the commands may be there. */
const foldersOf = (env: Environment, { commandsIn, isOnPath }: ConsensusRule): readonly string[] => {
  const named = env[commandsIn] ?? '';
  if (named !== '') return [named];
  return isOnPath ? (env['PATH'] ?? '').split(delimiter) : [];
};

const versionOf = async (name: CommandName, path: string): Promise<string | undefined> => {
  const args = VERSION_ARGS[name];
  if (args === undefined) return undefined;
  const { output, errors } = await run(path, args);
  return VERSION.exec(output + errors)?.[1] ?? 'unknown';
};

const isFit = (version: string, [major, minor]: ConsensusRule['release']): boolean => {
  const release = RELEASE.exec(version);
  return release === null || (Number(release[1]) === major && Number(release[2]) >= minor);
};

const find = async (name: CommandName, env: Environment, rule: ConsensusRule): Promise<FoundCommand> => {
  const path = foldersOf(env, rule)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  if (path === undefined)
    return { name, path, version: undefined, advice: `${name} is missing: ${whereFrom(rule)}` };
  const version = await versionOf(name, path);
  const advice =
    version === undefined || isFit(version, rule.release)
      ? undefined
      : `${name} is ${version}, this network needs ${rule.release.join('.')} or a newer ${String(rule.release[0])}.x: ${whereFrom(rule)}`;
  return { name, path, version, advice };
};

/** What is found of every command. */
export const findCommands = (env: Environment, consensus: Consensus): Promise<readonly FoundCommand[]> =>
  Promise.all(COMMANDS.map((name) => find(name, env, consensusRule(consensus))));

/** The commands, all of them fit. @throws NetworkError that names what is missing or too old */
export const requireCommands = async (env: Environment, consensus: Consensus): Promise<Commands> => {
  const found = await findCommands(env, consensus);
  const advice = found.map((one) => one.advice).filter((one) => one !== undefined);
  if (advice.length > 0) throw new NetworkError(advice.join('\n'));
  return Object.fromEntries(found.map(({ name, path }) => [name, path])) as Commands;
};
