/** The vault's files, each against its name, its seal, or the ledger. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { systemPorts } from '../../ports.js';
import { openVault } from '../../vault/open-vault.js';
import { unsealUnder, unwrapKey } from '../../vault/sealed-box.js';

/** Digests that stand on the ledger. */
export interface LedgerDigests {
  /** Of keys of documents, wrapped for their readers. */
  readonly wraps: ReadonlySet<string>;
  /** Of documents as they are kept. */
  readonly ciphertexts: ReadonlySet<string>;
}

/** A vault that is looked at, and what the ledger knows of it. */
interface Vaulted {
  readonly folder: string;
  readonly opened: Awaited<ReturnType<typeof openVault>>;
  /** Undefined while the ledger could not be read. */
  readonly ledger: LedgerDigests | undefined;
}

const filesOf = async (folder: string): Promise<readonly string[]> =>
  existsSync(folder)
    ? (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

const partsOf = (path: string): readonly [digest: string, whose: string] => {
  const name = basename(path);
  const at = name.indexOf('.');
  return [name.slice(0, at), name.slice(at + 1)];
};

const hasSecrets = ({ folder }: Vaulted, enterprise: string): boolean =>
  existsSync(join(folder, 'secrets', `${enterprise}.sealed`));

const isBlob = async (path: string): Promise<boolean> => sha256Hex(await readFile(path)) === basename(path);

const isSecret = ({ opened }: Vaulted, path: string): boolean =>
  opened.secrets.of(basename(path, '.sealed')).encryptionSpki.length > 0;

/**
 * A wrap opens its document for who is hosted here; another's is known to the ledger by its digest, once the document itself
 * is: what was stored and never published, nobody outside vouches for.
 */
const isWrap = async (vaulted: Vaulted, path: string): Promise<boolean> => {
  const [ciphertextDigest, reader] = partsOf(path);
  const wrap = await readFile(path);
  const { ledger } = vaulted;
  if (!hasSecrets(vaulted, reader)) {
    return ledger?.ciphertexts.has(ciphertextDigest) !== true || ledger.wraps.has(sha256Hex(wrap));
  }
  const key = unwrapKey(wrap, vaulted.opened.secrets.of(reader).decryptionKey);
  const blob = join(vaulted.folder, 'blobs', ciphertextDigest.slice(0, 2), ciphertextDigest);
  return unsealUnder(key, await readFile(blob)).length > 0;
};

const isDigest = async ({ opened }: Vaulted, path: string): Promise<boolean> => {
  const [digest, owner] = partsOf(path);
  const ciphertextDigest = await readFile(path, 'utf8');
  const read = await opened.vault.read(owner, ciphertextDigest);
  return read !== undefined && plaintextDigest(read.salt, read.content) === digest;
};

const CHECKS: Readonly<Record<string, (vaulted: Vaulted, path: string) => Promise<boolean> | boolean>> = {
  blobs: (_, path) => isBlob(path),
  secrets: isSecret,
  wraps: isWrap,
  digests: isDigest,
};

const isSound = async (check: () => Promise<boolean> | boolean): Promise<boolean> => {
  try {
    return await check();
  } catch {
    // What cannot be opened is not what was stored.
    return false;
  }
};

/** Files of a data folder's vault that are not what was stored, below the vault's folder. */
export const verifyVault = async (
  data: string,
  ledger: LedgerDigests | undefined,
): Promise<{ readonly files: number; readonly altered: readonly string[] }> => {
  const folder = join(data, 'vault');
  if (!existsSync(join(folder, 'sealing.key'))) return { files: 0, altered: [] };
  const vaulted: Vaulted = { folder, opened: await openVault(data, systemPorts), ledger };
  const altered: string[] = [];
  let files = 0;
  for (const [part, check] of Object.entries(CHECKS)) {
    for (const path of await filesOf(join(folder, part))) {
      files += 1;
      if (!(await isSound(() => check(vaulted, path)))) altered.push(relative(folder, path));
    }
  }
  return { files, altered };
};
