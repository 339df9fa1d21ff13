/** The wallet of a gateway: the identities by which it speaks to the network, one an organisation. */
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { Wallet, type Identity, type X509Identity } from 'fabric-network';
import type { LedgerIdentity } from '../../ledger.js';
import { SealedWalletStore, WalletError } from './sealed-wallet-store.js';

/** Where a wallet lies and what seals it. */
export interface WalletPlace {
  readonly folder: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

const X509 = 'X.509';

const isX509 = (identity: Identity): identity is X509Identity => identity.type === X509;

/** A certificate and a key that do not belong together would fail at the first proposal, far from here. */
const assertPair = ({ mspId, certificate, privateKey }: LedgerIdentity): void => {
  const inCertificate = new X509Certificate(certificate).publicKey.export({ format: 'der', type: 'spki' });
  const ofKey = createPublicKey(createPrivateKey(privateKey)).export({ format: 'der', type: 'spki' });
  if (!inCertificate.equals(ofKey))
    throw new WalletError(`the private key of ${mspId} is not that of its certificate`);
};

/** Identities by their organisations; kept sealed. */
export class IdentityWallet {
  /** As `fabric-network` takes it. */
  readonly wallet: Wallet;

  constructor({ folder, key }: WalletPlace) {
    this.wallet = new Wallet(new SealedWalletStore(folder, key));
  }

  /** The identity of an organisation. @throws WalletError when there is none, or it cannot be read */
  async identity(mspId: MspId): Promise<LedgerIdentity> {
    const found = await this.wallet.get(mspId);
    if (found === undefined)
      throw new WalletError(`the wallet has no identity of ${mspId}; put one in with: npx yaosu wallet put`);
    if (!isX509(found) || found.mspId !== mspId)
      throw new WalletError(`the wallet's identity ${mspId} is no X.509 identity of that organisation`);
    const { certificate, privateKey } = found.credentials;
    return { mspId, certificate, privateKey };
  }

  /** Keep an identity; the one that was there is replaced. @throws WalletError when key and certificate differ */
  async keep(identity: LedgerIdentity): Promise<void> {
    assertPair(identity);
    const { mspId, certificate, privateKey } = identity;
    const kept: X509Identity = { type: X509, mspId, credentials: { certificate, privateKey } };
    await this.wallet.put(mspId, kept);
  }
}
