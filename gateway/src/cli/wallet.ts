/** `npx yaosu wallet`: the identities by which the gateway speaks to a Fabric network. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { openWallet, type WalletConfig } from '../ledger/open-wallet.js';

/** An identity as it is put in: its organisation and the PEM files of certificate and key. */
export interface WalletEntry {
  readonly organisation: string;
  readonly certificate: string;
  readonly key: string;
}

/** The organisation of a word of the command line. @throws when there is none */
export const mspIdOf = (organisation: string): MspId => {
  const mspId = MSP_IDS.find((each) => each === organisation);
  if (mspId === undefined)
    throw new Error(`there is no organisation ${organisation}; there are ${MSP_IDS.join(', ')}`);
  return mspId;
};

/** Keeps an identity, in place of the one that was there. @throws WalletError when key and certificate differ */
export const putIdentity = async (config: WalletConfig, entry: WalletEntry): Promise<void> => {
  const wallet = await openWallet(config);
  await wallet.keep({
    mspId: mspIdOf(entry.organisation),
    certificate: await readFile(entry.certificate, 'utf8'),
    privateKey: await readFile(entry.key, 'utf8'),
  });
};

/** A line an identity: organisation, serial number of its certificate, how long that is valid. */
export const listIdentities = async (config: WalletConfig): Promise<readonly string[]> => {
  const wallet = await openWallet(config);
  const lines = (await wallet.wallet.list()).map(async (label) => {
    const { certificate } = await wallet.identity(mspIdOf(label));
    const { serialNumber, validTo } = new X509Certificate(certificate);
    return `${label}  certificate ${serialNumber}  valid until ${validTo}`;
  });
  return Promise.all(lines);
};

/** Forgets an identity. */
export const removeIdentity = async (config: WalletConfig, organisation: string): Promise<void> => {
  const wallet = await openWallet(config);
  await wallet.wallet.remove(mspIdOf(organisation));
};
