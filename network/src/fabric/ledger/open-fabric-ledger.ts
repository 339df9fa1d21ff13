/** Opens the ledger of a connection profile. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { decodeBlock } from '../../blocks/decode-block.js';
import type { Ledger, LedgerIdentity } from '../../ledger.js';
import { identitiesOf, openProfile, type OpenedProfile, type ProfileMember } from '../profile-file.js';
import type { IdentityWallet } from '../wallet/identity-wallet.js';
import type { BlockSource } from './block-stream.js';
import { Connection } from './connection.js';
import { inPhase } from './errors.js';
import { FabricLedger } from './fabric-ledger.js';
import { FabricSteps, type OrdererAddress } from './fabric-steps.js';

/** A ledger and the identities that its profile brings. */
export interface OpenedFabric {
  readonly ledger: Ledger;
  readonly identities: Readonly<Partial<Record<MspId, LedgerIdentity>>>;
}

const genesisOf = async ({ connection, identity }: BlockSource): Promise<string> => {
  const bytes = await inPhase('evaluate', () =>
    connection.query({ fn: 'GetBlockByNumber', args: ['0'] }, identity),
  );
  return decodeBlock(bytes).headerHash;
};

const sourcesOf = ({ channel, members }: OpenedProfile): readonly [BlockSource, ...BlockSource[]] => {
  const open = ({ address, identity }: ProfileMember): BlockSource => ({
    connection: new Connection(address, channel),
    identity,
  });
  const [own, ...others] = members;
  return [open(own), ...others.map(open)];
};

/** They are asked with the own organisation's identity. */
const standInsOf = ({ channel, members: [own], standIns }: OpenedProfile): readonly BlockSource[] =>
  standIns.map((address) => ({ connection: new Connection(address, channel), identity: own.identity }));

/**
 * Open the channel of a profile; with a wallet, the identities lie in that.
 * @throws ProfileError when the profile or a file of it cannot be read; WalletError; LedgerError when the peer is away.
 */
export const openFabricLedger = async (
  profilePath: string,
  wallet?: IdentityWallet,
): Promise<OpenedFabric> => {
  const profile = await openProfile(profilePath, wallet);
  const sources = sourcesOf(profile);
  const standIns = standInsOf(profile);
  try {
    const channelGenesis = await genesisOf(sources[0]);
    const ledger = new FabricLedger({ chaincode: profile.chaincode, sources, standIns, channelGenesis });
    return { ledger, identities: identitiesOf(profile) };
  } catch (error) {
    for (const { connection } of [...sources, ...standIns]) connection.close();
    throw error;
  }
};

/** Open the channel of a profile for a client that goes step by step. @throws ProfileError */
export const openFabricSteps = async (
  profilePath: string,
  orderer: OrdererAddress,
): Promise<{ readonly steps: FabricSteps; readonly identities: OpenedFabric['identities'] }> => {
  const profile = await openProfile(profilePath);
  return { steps: new FabricSteps(sourcesOf(profile), orderer), identities: identitiesOf(profile) };
};
