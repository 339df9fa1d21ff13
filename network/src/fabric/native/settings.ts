/** What a network's folder was made with: a folder of another network is told, never mixed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_CONSENSUS, type Consensus } from '../consensus.js';
import type { Places } from '../places.js';
import type { Topology } from '../topology.js';
import { writeJson, writeText } from '../write-file.js';
import { NetworkError } from './network-error.js';

interface Settings {
  readonly v: 1;
  readonly portBase: number;
  readonly channel: string;
  readonly consensus: Consensus;
}

/** Folders made before there was a choice do not name their consensus. */
type KeptSettings = Omit<Settings, 'consensus'> & Partial<Settings>;

const GENESIS_STAMP = 'genesis.sha256';
const WIPE = 'npm run network -- down --wipe removes it';

/** What the folder was made with, undefined when it is new. */
export const readSettings = async ({ settings }: Places): Promise<Settings | undefined> =>
  existsSync(settings)
    ? { consensus: DEFAULT_CONSENSUS, ...(JSON.parse(await readFile(settings, 'utf8')) as KeptSettings) }
    : undefined;

/** Note what a new folder is made with. @throws NetworkError when it was made with something else */
export const keepSettings = async (
  { portBase, channel, consensus }: Topology,
  places: Places,
): Promise<void> => {
  const made = await readSettings(places);
  if (made !== undefined && made.portBase !== portBase)
    throw new NetworkError(
      `this network was made with YAOSU_PORT_BASE=${String(made.portBase)}, and its ports stand in its first block; use that base, or begin anew (${WIPE})`,
    );
  if (made !== undefined && made.consensus !== consensus)
    throw new NetworkError(
      `this network was made with --profile ${made.consensus}, and its first block says so; use that one, or begin anew (${WIPE})`,
    );
  if (made === undefined)
    await writeJson(places.settings, { v: 1, portBase, channel, consensus } satisfies Settings);
};

const genesisHash = async ({ genesis }: Places): Promise<string> =>
  createHash('sha256')
    .update(await readFile(genesis))
    .digest('hex');

/** Mark a node's data with the genesis that it belongs to. @throws NetworkError when it belongs to another one */
export const claimData = async (places: Places, node: string): Promise<void> => {
  const folder = places.data(node);
  const stamp = join(folder, GENESIS_STAMP);
  const expected = await genesisHash(places);
  const found = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined;
  const isStray = found === undefined && existsSync(folder) && (await readdir(folder)).length > 0;
  if (isStray || (found !== undefined && found !== expected))
    throw new NetworkError(`${folder} holds the data of another network (another genesis block); ${WIPE}`);
  await writeText(stamp, expected);
};
