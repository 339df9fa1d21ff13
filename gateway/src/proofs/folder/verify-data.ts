/** A data folder at rest: its blocks, its read model, its vault and its checkpoints. */
import { join } from 'node:path';
import { decodeBlock } from '@yaosu/network/blocks';
import { CHAINCODE } from '@yaosu/network/embedded';
import { MerkleLog } from '@yaosu/network/log/merkle-log';
import { hexOfHash } from '@yaosu/network/log/tree-hash';
import { readFolder, verifyLedger } from '@yaosu/network/verify';
import type { SignedCheckpoint } from '../../api/checkpoint-schemas.js';
import { LineFile } from '../../data/line-file.js';
import { ConfigError, type Config } from '../../config.js';
import { openEmbeddedDatabase, openPostgres, type Database } from '../../db/open-database.js';
import { embeddedOptions } from '../../ledger/open-embedded.js';
import { systemPorts } from '../../ports.js';
import { isSameChain, loadCheckpoint } from '../../projection/checkpoint.js';
import { applyBlock } from '../../projection/apply-block.js';
import { compareReadModels, type Difference } from '../../projection/rebuild.js';
import { openVault } from '../../vault/open-vault.js';
import { verifyVault, type LedgerDigests } from './verify-vault.js';

/** What one part of the folder was found to be. */
export interface DataCheck {
  readonly check: 'blocks' | 'read model' | 'vault' | 'checkpoints';
  readonly ok: boolean;
  readonly detail: string;
}
/** What a data folder was judged to be. */
export interface DataVerdict {
  readonly ok: boolean;
  readonly checks: readonly DataCheck[];
}

const MAX_SHOWN = 5;

const part = (check: DataCheck['check'], problems: readonly string[], found: string): DataCheck => ({
  check,
  ok: problems.length === 0,
  detail:
    problems.length === 0
      ? found
      : `${problems.slice(0, MAX_SHOWN).join('; ')}${problems.length > MAX_SHOWN ? ` (${String(problems.length)} in all)` : ''}`,
});

const openLive = ({ databaseUrl, data }: Config): Promise<Database> =>
  databaseUrl === undefined ? openEmbeddedDatabase(join(data, 'read-model')) : openPostgres(databaseUrl);

/** The read model as the blocks make it, up to where the live one stands. */
const rebuildTo = async (
  config: Config,
  blocks: readonly Uint8Array[],
  height: number,
): Promise<Database> => {
  const rebuilt = await openEmbeddedDatabase();
  const { vault } = await openVault(config.data, systemPorts);
  const [genesis = new Uint8Array()] = blocks;
  await loadCheckpoint(rebuilt, decodeBlock(genesis).headerHash, BigInt(blocks.length));
  for (const bytes of blocks.slice(0, height))
    await applyBlock(rebuilt, decodeBlock(bytes, CHAINCODE), vault);
  return rebuilt;
};

/** A live read model beside the one that the blocks make. */
export const readModels = async (
  config: Config,
  live: Database,
): Promise<{
  readonly rebuilt: Database;
  readonly digests: LedgerDigests;
  readonly compare: () => Promise<readonly Difference[]>;
}> => {
  const blocks = await readFolder(join(config.data, 'ledger'));
  const genesis = decodeBlock(blocks[0] ?? new Uint8Array()).headerHash;
  const row = await live.selectFrom('checkpoint').selectAll().executeTakeFirst();
  const isOurs = row !== undefined && isSameChain(row, genesis, blocks.length);
  const rebuilt = await rebuildTo(config, blocks, isOurs ? row.next_block : blocks.length);
  return {
    rebuilt,
    digests: await digestsOf(rebuilt),
    compare: () => compareReadModels(live, rebuilt),
  };
};

const verifyReadModel = async (
  config: Config,
): Promise<{ readonly check: DataCheck; readonly digests: LedgerDigests }> => {
  const live = await openLive(config);
  try {
    const { rebuilt, digests, compare } = await readModels(config, live);
    const differences = await compare().finally(() => rebuilt.destroy());
    const problems = differences.map(({ table, side, row }) => `${table} only ${side}: ${row}`);
    return { check: part('read model', problems, 'every row is what the blocks make of it'), digests };
  } finally {
    await live.destroy();
  }
};

const MENTIONED = {
  wraps: /"wrapDigest":"([0-9a-f]{64})"/g,
  ciphertexts: /"ciphertextDigest":"([0-9a-f]{64})"/g,
} as const;

const digestsOf = async (db: Database): Promise<LedgerDigests> => {
  const rows = await db.selectFrom('records').select('value').where('type', 'in', ['doc', 'grant']).execute();
  const texts = rows.map(({ value }) => JSON.stringify(value));
  const all = (pattern: RegExp): ReadonlySet<string> =>
    new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, digest = '']) => digest)));
  return { wraps: all(MENTIONED.wraps), ciphertexts: all(MENTIONED.ciphertexts) };
};

const verifyCheckpoints = async (data: string, blocks: readonly Uint8Array[]): Promise<DataCheck> => {
  const log = MerkleLog.of(blocks.map((bytes) => Buffer.from(decodeBlock(bytes).leaf, 'hex')));
  const made = await LineFile.open<SignedCheckpoint>(join(data, 'checkpoints', 'made.jsonl'));
  await made.close();
  const problems = made.lines.flatMap(({ checkpoint: { size, root } }) =>
    size <= log.size && hexOfHash(log.root(size)) === root
      ? []
      : [`the checkpoint of ${String(size)} blocks has another root: the ledger was forked or cut`],
  );
  return part('checkpoints', problems, `${String(made.lines.length)} checkpoints`);
};

const attempt = async (check: DataCheck['check'], run: () => Promise<DataCheck>): Promise<DataCheck> => {
  try {
    return await run();
  } catch (error) {
    return part(check, [error instanceof Error ? error.message : String(error)], '');
  }
};

/**
 * Judges a data folder on the embedded ledger. What depends on altered blocks is not looked at.
 * @throws DataInUseError when a gateway has it open, ConfigError on Fabric, whose peers keep the blocks
 */
export const verifyData = async (config: Config): Promise<DataVerdict> => {
  if (config.ledger !== 'embedded')
    throw new ConfigError(
      'the blocks of a Fabric network are its peers’: peer node rebuild-dbs, ledgerutil verify',
    );
  const { height, problems } = await verifyLedger(await embeddedOptions(config.data, systemPorts.clock));
  const blocks = part(
    'blocks',
    problems.map(({ block, problem }) => `block ${String(block)}: ${problem}`),
    `${String(height)} blocks, validated again`,
  );
  if (!blocks.ok) return { ok: false, checks: [blocks] };
  const bytes = await readFolder(join(config.data, 'ledger'));
  let digests: LedgerDigests | undefined;
  const readModel = await attempt('read model', async () => {
    const found = await verifyReadModel(config);
    ({ digests } = found);
    return found.check;
  });
  const vault = await attempt('vault', async () => {
    const { files, altered } = await verifyVault(config.data, digests);
    return part(
      'vault',
      altered.map((file) => `${file} was altered`),
      `${String(files)} files`,
    );
  });
  const checkpoints = await attempt('checkpoints', () => verifyCheckpoints(config.data, bytes));
  const checks = [blocks, readModel, vault, checkpoints];
  return { ok: checks.every(({ ok }) => ok), checks };
};
