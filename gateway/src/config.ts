/** Configuration: one schema, parsed once, frozen; says everything that is missing or wrong. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { defaultPeerThreads } from '@yaosu/network/peer-threads';
import { NETWORK_FOLDER, placesOf } from '@yaosu/network/places';
import * as z from 'zod';
import { gateways, identifierPrefixes } from './config-pairs.js';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const MAX_PEER_THREADS = 16;

/** The embedded ledger; Fabric by peers' gateway service; Fabric by `fabric-network`'s own transport. */
const LEDGERS = ['embedded', 'fabric', 'fabric-legacy'] as const;

const positive = z.coerce.number().int().positive();

const environment = z.object({
  YAOSU_DATA: z.string().min(1).default('./data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).optional(),
  YAOSU_LAN: flag.default(false),
  LEDGER: z.enum(LEDGERS).default('embedded'),
  FABRIC_PROFILE: z.string().min(1).optional(),
  YAOSU_WALLET_KEY_FILE: z.string().min(1).optional(),
  YAOSU_PEER_THREADS: z.coerce.number().int().min(0).max(MAX_PEER_THREADS).default(defaultPeerThreads()),
  YAOSU_GATEWAYS: gateways.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  YAOSU_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  YAOSU_DEMO: flag.default(true),
  YAOSU_STORY: flag.default(true),
  YAOSU_COMMAND_DEADLINE_MS: positive.default(15_000),
  YAOSU_SESSION_CALLS_PER_MINUTE: positive.default(600),
  YAOSU_PUBLIC_CALLS_PER_MINUTE: positive.default(6_000),
  YAOSU_WEBHOOK_TARGETS: z
    .string()
    .regex(/^[^\s,]+:\d+(,[^\s,]+:\d+)*$/)
    .optional(),
  YAOSU_TRACE_PLATFORM: z.url({ protocol: /^https?$/ }).optional(),
  YAOSU_TRACE_PLATFORM_TOKEN: z.string().min(1).optional(),
  YAOSU_IDENTIFIER_PREFIXES: identifierPrefixes.optional(),
  YAOSU_SECONDARY_NODE: z.url({ protocol: /^https?$/ }).optional(),
  YAOSU_SECONDARY_NODE_TOKEN: z.string().min(1).optional(),
  YAOSU_ANCHOR_RPC: z.url({ protocol: /^https?$/ }).optional(),
  YAOSU_ANCHOR_CONTRACT: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/)
    .optional(),
  YAOSU_ANCHOR_CHAIN: positive.optional(),
  YAOSU_ANCHOR_KEY_FILE: z.string().min(1).optional(),
  YAOSU_ANCHOR_CONFIRMATIONS: positive.default(2),
});

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = '0.0.0.0';
const LOOPBACK_HOST = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Demo logins have no password: they are for this machine, and for neighbours that were let in on purpose. */
export const maySignInAsDemo = ({ lan, host }: Pick<Config, 'lan' | 'host'>): boolean =>
  lan || LOOPBACK_HOST.test(host);

/** What authorities have read, below the data folder. */
export const READS_FILE = 'reads/chain.jsonl';

/** What the gateway runs by. */
export interface Config {
  /** Folder of everything that survives a restart. */
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** Whether the local network is let in, by https; `host` then is every address. */
  readonly lan: boolean;
  readonly ledger: (typeof LEDGERS)[number];
  /** Connection profile of the Fabric network; there unless the ledger is the embedded one. */
  readonly fabricProfile?: string;
  /** What seals the wallet of the gateway's Fabric identities; undefined: a file of the data folder. */
  readonly walletKeyFile?: string;
  /** Base URLs of the other organisations' gateways. */
  readonly gateways: Readonly<Partial<Record<MspId, string>>>;
  /** Threads that run the embedded ledger's peers; 0: they run in the main one. */
  readonly peerThreads: number;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly logLevel: string;
  /** Open an empty embedded ledger with the story's enterprises. */
  readonly demo: boolean;
  /** Play the story's data into a fresh demo. */
  readonly story: boolean;
  /** How long a command may wait for the ledger before the answer is 202. */
  readonly commandDeadlineMs: number;
  readonly sessionCallsPerMinute: number;
  /** Of one address to what needs no session: the resolver, and pages and answers about packs. */
  readonly publicCallsPerMinute: number;
  /** Hosts with ports that reports may be sent to although they are of the own network. */
  readonly webhookTargets: readonly string[];
  /** The trace platform that bills are sent to; undefined: none. */
  readonly tracePlatform?: ConnectedSystem;
  /** Prefix of industrial-internet identifiers → the enterprise that it belongs to. */
  readonly identifierPrefixes: Readonly<Record<string, string>>;
  /** The secondary node that identifiers are registered with; undefined: none. */
  readonly secondaryNode?: ConnectedSystem;
  /** The public chain that checkpoints are anchored to; undefined: none. */
  readonly anchor?: AnchorConfig;
}

/** A system outside that something is sent to. */
export interface ConnectedSystem {
  /** Base address, without a slash at its end. */
  readonly url: string;
  /** Bearer token; undefined: none is sent. */
  readonly token: string | undefined;
}

/** Where and as whom checkpoints are anchored. */
export interface AnchorConfig {
  readonly rpc: string;
  readonly contract: string;
  readonly chainId: number;
  readonly keyFile: string;
  readonly confirmations: number;
}

/** A configuration that cannot be used; the message lists all that is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What is right one by one and wrong together. @throws ConfigError */
const assertFitting = (value: z.infer<typeof environment>): void => {
  if (value.YAOSU_LAN && value.HOST !== undefined)
    throw new ConfigError('configuration:\n  HOST: leave it out with --lan, which listens on every address');
};

/** Without a named profile that of the network which `npm run network -- up` brings up here. */
const profileOf = ({ LEDGER, FABRIC_PROFILE }: z.infer<typeof environment>): string | undefined =>
  LEDGER === 'embedded' ? undefined : resolve(FABRIC_PROFILE ?? placesOf(NETWORK_FOLDER).profile('all'));

/** All of anchoring or nothing of it. @throws ConfigError */
const anchorOf = (value: z.infer<typeof environment>): AnchorConfig | undefined => {
  const { YAOSU_ANCHOR_RPC: rpc, YAOSU_ANCHOR_CONTRACT: contract } = value;
  const { YAOSU_ANCHOR_CHAIN: chainId, YAOSU_ANCHOR_KEY_FILE: keyFile } = value;
  if ([rpc, contract, chainId, keyFile].every((each) => each === undefined)) return undefined;
  if (rpc === undefined || contract === undefined || chainId === undefined || keyFile === undefined)
    throw new ConfigError(
      'configuration:\n  YAOSU_ANCHOR_RPC, _CONTRACT, _CHAIN, _KEY_FILE: anchoring needs all four',
    );
  return {
    rpc,
    contract,
    chainId,
    keyFile: resolve(keyFile),
    confirmations: value.YAOSU_ANCHOR_CONFIRMATIONS,
  };
};

const connectedTo = (url: string | undefined, token: string | undefined): ConnectedSystem | undefined =>
  url === undefined ? undefined : { url: url.replace(/\/+$/, ''), token };

/** What is there only when somebody has set it. @throws ConfigError */
const optionalOf = (
  value: z.infer<typeof environment>,
): Pick<
  Config,
  | 'anchor'
  | 'databaseUrl'
  | 'fabricProfile'
  | 'redisUrl'
  | 'secondaryNode'
  | 'tracePlatform'
  | 'walletKeyFile'
> => {
  const { DATABASE_URL, REDIS_URL, YAOSU_WALLET_KEY_FILE } = value;
  const fabricProfile = profileOf(value);
  const anchor = anchorOf(value);
  const tracePlatform = connectedTo(value.YAOSU_TRACE_PLATFORM, value.YAOSU_TRACE_PLATFORM_TOKEN);
  const secondaryNode = connectedTo(value.YAOSU_SECONDARY_NODE, value.YAOSU_SECONDARY_NODE_TOKEN);
  return {
    ...(anchor === undefined ? {} : { anchor }),
    ...(secondaryNode === undefined ? {} : { secondaryNode }),
    ...(tracePlatform === undefined ? {} : { tracePlatform }),
    ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
    ...(fabricProfile === undefined ? {} : { fabricProfile }),
    ...(REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL }),
    ...(YAOSU_WALLET_KEY_FILE === undefined ? {} : { walletKeyFile: resolve(YAOSU_WALLET_KEY_FILE) }),
  };
};

/** Reads the environment. @throws ConfigError */
export const parseConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`configuration:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  assertFitting(value);
  return Object.freeze({
    ...optionalOf(value),
    data: resolve(value.YAOSU_DATA),
    port: value.PORT,
    host: value.HOST ?? (value.YAOSU_LAN ? EVERYWHERE : LOOPBACK),
    lan: value.YAOSU_LAN,
    ledger: value.LEDGER,
    gateways: value.YAOSU_GATEWAYS ?? {},
    peerThreads: value.YAOSU_PEER_THREADS,
    logLevel: value.YAOSU_LOG,
    demo: value.YAOSU_DEMO,
    story: value.YAOSU_STORY,
    commandDeadlineMs: value.YAOSU_COMMAND_DEADLINE_MS,
    sessionCallsPerMinute: value.YAOSU_SESSION_CALLS_PER_MINUTE,
    publicCallsPerMinute: value.YAOSU_PUBLIC_CALLS_PER_MINUTE,
    identifierPrefixes: value.YAOSU_IDENTIFIER_PREFIXES ?? {},
    webhookTargets: value.YAOSU_WEBHOOK_TARGETS?.split(',') ?? [],
  });
};

/** Options after `--` and the variables that they stand for. */
const OPTIONS = { port: 'PORT', data: 'YAOSU_DATA', lan: 'YAOSU_LAN' } as const;

/** The environment with the command line's options over it. @throws ConfigError for stray words */
export const withOptions = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> => {
  try {
    const options = {
      port: { type: 'string' },
      data: { type: 'string' },
      lan: { type: 'boolean' },
    } as const;
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return {
      ...env,
      ...Object.fromEntries(Object.entries(values).map(([k, v]) => [OPTIONS[k as 'port'], String(v)])),
    };
  } catch (error) {
    throw new ConfigError(`command line: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The configuration of this process. @throws ConfigError */
export const loadConfig = (): Config => parseConfig(withOptions(process.argv.slice(2), process.env));
