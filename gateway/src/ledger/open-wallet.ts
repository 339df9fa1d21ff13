/** The wallet of the gateway's Fabric identities: sealed files of the data folder. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IdentityWallet } from '@yaosu/network/fabric';
import { ConfigError, type Config } from '../config.js';
import { loadOrMakeFile } from '../data/private-file.js';

/** Where the wallet lies and what seals it. */
export type WalletConfig = Pick<Config, 'data' | 'walletKeyFile'>;

const KEY_BYTES = 32;
const KEY = /^[0-9a-f]{64}$/;

const readKey = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`configuration:\n  YAOSU_WALLET_KEY_FILE: ${path} cannot be read`, {
      cause: error,
    });
  }
};

/** Hex of the key: of the operator's file, else of one beside the wallet. @throws ConfigError */
const keyOf = async ({ data, walletKeyFile }: WalletConfig): Promise<string> => {
  if (walletKeyFile === undefined)
    return loadOrMakeFile(join(data, 'wallets.key'), () => randomBytes(KEY_BYTES).toString('hex'));
  const key = (await readKey(walletKeyFile)).trim();
  if (!KEY.test(key))
    throw new ConfigError(
      `configuration:\n  YAOSU_WALLET_KEY_FILE: ${walletKeyFile} has to hold 32 bytes in lower-case hex`,
    );
  return key;
};

/** Opens the wallet. @throws ConfigError when its key cannot be read */
export const openWallet = async (config: WalletConfig): Promise<IdentityWallet> => {
  const { IdentityWallet } = await import('@yaosu/network/fabric');
  const key = Buffer.from(await keyOf(config), 'hex');
  return new IdentityWallet({ folder: join(config.data, 'wallets'), key });
};
