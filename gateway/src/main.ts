/** The process: one ready line on stdout and a demo's logins, one clear line when it cannot start, an ordered end. */
import process from 'node:process';
import { LedgerError } from '@yaosu/network';
import { ConfigError, loadConfig } from './config.js';
import { isDiskFull } from './data/disk-full.js';
import { invitation } from './lan/invitation.js';
import { NoLanError } from './lan/lan.js';
import { loginLines } from './demo/login-lines.js';
import { playFirstStory } from './demo/play-first-story.js';
import { startGateway, type Gateway } from './start.js';

/** fabric-shim's handlers keep a process alive after a throw; these end it. */
const installHandlers = (): void => {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => fail(error));
  }
};

interface CodedError {
  readonly code?: string;
  readonly cause?: CodedError;
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is taken; choose another one (PORT=…, or --port …)',
  EACCES: 'no permission for the port or the data folder; choose others (PORT=…, YAOSU_DATA=…)',
  ENOSPC: 'the disk is full; free some space and start again, nothing that was acknowledged is lost',
  EROFS: 'the data folder cannot be written; choose another one (YAOSU_DATA=…, or --data …)',
  LEVEL_LOCKED:
    'the data folder is in use by another process; end that one, or choose another folder (YAOSU_DATA=…, or --data …)',
  REDIS_AWAY: 'Redis cannot be reached; start it, or correct REDIS_URL',
  ECONNREFUSED: 'the database cannot be reached; start it, or correct DATABASE_URL',
};

const codesOf = (error: unknown): string[] => {
  const { code, cause } = (error ?? {}) as CodedError;
  return [...(code === undefined ? [] : [code]), ...(cause === undefined ? [] : codesOf(cause))];
};

/** What we know to say something about. */
const reasonOf = (error: unknown): string | undefined => {
  if (isDiskFull(error)) return REASONS['ENOSPC'];
  if (error instanceof Error && error.name === 'DataInUseError') return REASONS['LEVEL_LOCKED'];
  if (error instanceof LedgerError)
    return `the Fabric network does not answer (${error.message}); is it up, and is FABRIC_PROFILE its profile?`;
  const known = codesOf(error).find((code) => Object.hasOwn(REASONS, code));
  return known === undefined ? undefined : REASONS[known];
};

const sentenceOf = (error: unknown): string => {
  const reason = reasonOf(error);
  if (reason !== undefined) return reason;
  if (error instanceof ConfigError || error instanceof NoLanError) return error.message;
  if (error instanceof Error && error.name === 'ProfileError')
    return `${error.message}; npm run network -- up makes one, FABRIC_PROFILE names another`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const fail = (error: unknown): never => {
  process.stderr.write(`Yaosu stops: ${sentenceOf(error)}\n`);
  process.exit(1);
};

/** Ctrl-C comes twice, from the terminal and from `npm start`: the second one must not cut the ordered end short. */
const closeOnSignal = (gateway: Gateway): void => {
  const end = (): void => {
    gateway.close().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

const main = async (): Promise<void> => {
  installHandlers();
  const gateway = await startGateway({ config: loadConfig(), onFatal: fail });
  installHandlers();
  closeOnSignal(gateway);
  await playFirstStory(gateway, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`Yaosu is ready: ${gateway.url}\n`);
  const { demo, lan } = gateway.services;
  if (demo !== undefined) process.stdout.write(`${loginLines().join('\n')}\n`);
  if (lan !== undefined)
    process.stdout.write(`${await invitation(lan, Number(new URL(gateway.url).port))}\n`);
};

main().catch(fail);
