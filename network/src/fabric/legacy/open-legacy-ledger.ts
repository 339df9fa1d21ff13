/** Opens the ledger of a connection profile through `fabric-network`. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { decodeBlock } from '../../blocks/decode-block.js';
import type { OpenedFabric } from '../ledger/open-fabric-ledger.js';
import { identitiesOf, openProfile, ProfileError } from '../profile-file.js';
import type { IdentityWallet } from '../wallet/identity-wallet.js';
import { LegacyClient } from './legacy-client.js';
import { LegacyLedger } from './legacy-ledger.js';
import { signNatively } from './native-signer.js';

/**
 * Open the channel of a profile with the identities of a wallet.
 * @throws ProfileError, WalletError; LedgerError when a peer is away.
 */
export const openLegacyLedger = async (
  profilePath: string,
  identities: IdentityWallet,
): Promise<OpenedFabric> => {
  const profile = await openProfile(profilePath, identities);
  const { channel, chaincode, members } = profile;
  const { wallet } = identities;
  signNatively(wallet);
  const clients = new Map<MspId, LegacyClient>();
  try {
    for (const { address } of members)
      clients.set(address.mspId, await LegacyClient.connect({ wallet, peer: address, channel, chaincode }));
    const own = clients.get(members[0].address.mspId);
    if (own === undefined) throw new ProfileError(`${profilePath} names no organisation`);
    const channelGenesis = decodeBlock(await own.ask('GetBlockByNumber', '0')).headerHash;
    const ledger = new LegacyLedger({ chaincode, clients, own, channelGenesis });
    return { ledger, identities: identitiesOf(profile) };
  } catch (error) {
    for (const client of clients.values()) client.close();
    throw error;
  }
};
