import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { newEmbeddedIdentities } from '@yaosu/identity';
import type { LedgerIdentity } from '../../ledger.js';
import { IdentityWallet } from './identity-wallet.js';

const KEY = new Uint8Array(32).fill(7);

let folder: string;
const relayOf = async (mspId: MspId): Promise<LedgerIdentity> => {
  const found = (await newEmbeddedIdentities()).organisations.find((each) => each.mspId === mspId);
  if (found === undefined) throw new Error(`no ${mspId}`);
  return found.relay;
};
const cdmo = await relayOf('CdmoMSP');
const regulator = await relayOf('RegulatorMSP');
const open = (key = KEY): IdentityWallet => new IdentityWallet({ folder, key });
const fileOf = (mspId: string): string => join(folder, `${mspId}.identity`);

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'yaosu-wallet-')), 'wallets');
});

afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe('a wallet of Fabric identities', () => {
  it('gives back what was put in, also when it is opened again', async () => {
    await open().keep(cdmo);
    expect(await open().identity('CdmoMSP')).toEqual(cdmo);
    expect(await open().wallet.list()).toEqual(['CdmoMSP']);
  });

  it('holds no private key in clear, and is for its owner alone', async () => {
    await open().keep(cdmo);
    const bytes = await readFile(fileOf('CdmoMSP'));
    expect(bytes.includes('PRIVATE KEY')).toBe(false);
    expect(bytes.includes('CERTIFICATE')).toBe(false);
    expect((await stat(fileOf('CdmoMSP'))).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it('replaces an identity and leaves nothing beside it', async () => {
    await open().keep(cdmo);
    const renewed = await relayOf('CdmoMSP');
    await open().keep(renewed);
    expect(await open().identity('CdmoMSP')).toEqual(renewed);
    expect(await readdir(folder)).toEqual(['CdmoMSP.identity']);
  });

  it('says how to put in what is missing', async () => {
    await expect(open().identity('LogisticsMSP')).rejects.toThrow(/no identity of LogisticsMSP.*wallet put/);
  });

  it('refuses a key that is not that of the certificate', async () => {
    const mixed = { ...cdmo, privateKey: regulator.privateKey };
    await expect(open().keep(mixed)).rejects.toThrow(
      'the private key of CdmoMSP is not that of its certificate',
    );
    expect(await open().wallet.list()).toEqual([]);
  });

  it.each([
    ['under another key', async () => open(new Uint8Array(32).fill(8)).identity('CdmoMSP')],
    [
      'with a byte changed',
      async () => {
        const bytes = await readFile(fileOf('CdmoMSP'));
        bytes[20] = (bytes[20] ?? 0) ^ 1;
        await writeFile(fileOf('CdmoMSP'), bytes);
        return open().identity('CdmoMSP');
      },
    ],
    [
      'cut off',
      async () => {
        await writeFile(fileOf('CdmoMSP'), (await readFile(fileOf('CdmoMSP'))).subarray(0, 10));
        return open().identity('CdmoMSP');
      },
    ],
    [
      'under another label',
      async () => {
        await rename(fileOf('CdmoMSP'), fileOf('RegulatorMSP'));
        return open().identity('RegulatorMSP');
      },
    ],
  ])('does not open what lies there %s', async (_how, read) => {
    await open().keep(cdmo);
    await expect(read()).rejects.toThrow(/was altered, or sealed under another key/);
  });

  it('takes no label that leads out of its folder', async () => {
    await expect(open().wallet.get('../CdmoMSP')).rejects.toThrow(/no identity named/);
  });
});
