import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { BlobStore } from './blob-store.js';
import { DigestIndex } from './digest-index.js';
import { EnterpriseSecrets } from './enterprise-secrets.js';
import { unwrapKey } from './sealed-box.js';
import { Vault, type DocumentReceipt } from './vault.js';
import { WrapStore } from './wrap-store.js';

const SALT = '00'.repeat(16);
const CONTENT = { product: '06901234000009', lot: 'CANARY-LOT-1' };
const escrowPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const escrow = {
  subject: 'drug',
  keyId: 'aa'.repeat(32),
  spki: new Uint8Array(escrowPair.publicKey.export({ format: 'der', type: 'spki' })),
};

let folder: string;
const open = (sealingKey: Uint8Array): Vault =>
  new Vault({
    blobs: new BlobStore(join(folder, 'blobs'), randomUUID),
    wraps: new WrapStore(join(folder, 'wraps'), randomUUID),
    digests: new DigestIndex(join(folder, 'digests'), randomUUID),
    copies: new DigestIndex(join(folder, 'copies'), randomUUID),
    secrets: new EnterpriseSecrets(join(folder, 'secrets'), sealingKey, randomBytes),
    randomBytes,
  });

const filesOf = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the vault', () => {
  const sealingKey = randomBytes(32);
  let receipt: DocumentReceipt;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yaosu-vault-'));
    receipt = await open(sealingKey).put('maker', SALT, CONTENT, [escrow]);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('opens a signed digest to who stored it, and to nobody else', async () => {
    const vault = open(sealingKey);
    const stored = { salt: SALT, content: CONTENT };
    expect(await vault.open('maker', receipt.plaintextDigest)).toEqual(stored);
    expect(await vault.open('rival', receipt.plaintextDigest)).toBeUndefined();
    expect(await vault.open('maker', receipt.ciphertextDigest)).toBeUndefined();
  });

  test('gives the owner back what was stored, after a restart too', async () => {
    expect(await open(sealingKey).read('maker', receipt.ciphertextDigest)).toEqual({
      salt: SALT,
      content: CONTENT,
    });
    expect(receipt.plaintextDigest).toBe(plaintextDigest(SALT, CONTENT));
  });

  test('gives nobody else anything', async () => {
    expect(await open(sealingKey).read('rival', receipt.ciphertextDigest)).toBeUndefined();
  });

  test('wraps the key for the escrow, whose holder alone can open it', async () => {
    const wrap = await new WrapStore(join(folder, 'wraps'), randomUUID).get(
      receipt.ciphertextDigest,
      'escrow-drug',
    );
    expect(sha256Hex(wrap!)).toBe(receipt.escrows[0]?.wrapDigest);
    expect(unwrapKey(wrap!, escrowPair.privateKey)).toHaveLength(32);
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    expect(() => unwrapKey(wrap!, stranger)).toThrow();
  });

  test('leaves no plaintext on the disk', async () => {
    for (const file of await filesOf()) expect((await readFile(file)).includes('CANARY')).toBe(false);
  });

  test('tells when a stored byte was changed', async () => {
    const file = (await filesOf()).find((path) => path.endsWith(receipt.ciphertextDigest))!;
    const bytes = await readFile(file);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(open(sealingKey).read('maker', receipt.ciphertextDigest)).rejects.toThrow('altered');
  });

  test('cannot be opened without the gateway’s sealing key', async () => {
    await expect(open(randomBytes(32)).read('maker', receipt.ciphertextDigest)).rejects.toThrow();
  });

  test('makes batch ids that depend on issuer, product and lot, and stay', () => {
    const ids = (): string[] => {
      const secrets = new EnterpriseSecrets(join(folder, 'secrets'), sealingKey, randomBytes);
      return [
        secrets.batchId('maker', 'a', 'bc'),
        secrets.batchId('maker', 'ab', 'c'),
        secrets.batchId('rival', 'a', 'bc'),
      ];
    };
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
  });

  test('makes ids of products, materials and serials that nobody else can make, and that stay', () => {
    const ids = (): string[] => {
      const secrets = new EnterpriseSecrets(join(folder, 'secrets'), sealingKey, randomBytes);
      return [
        secrets.opaqueId('maker', 'product', 'IXZ-20'),
        secrets.opaqueId('maker', 'material', 'IXZ-20'),
        secrets.opaqueId('rival', 'product', 'IXZ-20'),
      ];
    };
    expect(new Set(ids()).size).toBe(3);
    expect(ids()).toEqual(ids());
  });
});
