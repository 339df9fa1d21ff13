/** Opens the ledger of a connection profile. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { decodeBlock } from '../../blocks/decode-block.js';
import type { Ledger, LedgerIdentity } from '../../ledger.js';
import { profileSchema, type ConnectionProfile } from '../connection-profile.js';
import type { BlockSource } from './block-stream.js';
import { Connection } from './connection.js';
import { inPhase } from './errors.js';
import { FabricLedger } from './fabric-ledger.js';
import { FabricSteps, type OrdererAddress } from './fabric-steps.js';

/** A profile that cannot be used; the message says why. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

/** A ledger and the identities that its profile brings. */
export interface OpenedFabric {
  readonly ledger: Ledger;
  readonly identities: Readonly<Partial<Record<MspId, LedgerIdentity>>>;
}

type Organisation = ConnectionProfile['organisations'][number];

const parseProfile = (text: string, path: string): ConnectionProfile => {
  try {
    return profileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ProfileError(`${path} is no connection profile: ${String(error)}`);
  }
};

const readProfile = async (path: string): Promise<ConnectionProfile> => {
  try {
    return parseProfile(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    throw new ProfileError(`the connection profile ${path} cannot be read`, { cause: error });
  }
};

const openSource = async (entry: Organisation, folder: string, channel: string): Promise<BlockSource> => {
  const text = (path: string): Promise<string> => readFile(resolve(folder, path), 'utf8');
  const { mspId, peer, serverName } = entry;
  const [tlsRoot, certificate, privateKey] = await Promise.all([
    text(entry.tlsRoot),
    text(entry.certificate),
    text(entry.privateKey),
  ]);
  return {
    connection: new Connection({ mspId, peer, serverName, tlsRoot }, channel),
    identity: { mspId, certificate, privateKey },
  };
};

const genesisOf = async ({ connection, identity }: BlockSource): Promise<string> => {
  const bytes = await inPhase('evaluate', () =>
    connection.query({ fn: 'GetBlockByNumber', args: ['0'] }, identity),
  );
  return decodeBlock(bytes).headerHash;
};

/** Who is asked and how, by a profile. @throws ProfileError */
const openSources = async (
  profilePath: string,
): Promise<{
  readonly chaincode: string;
  readonly sources: readonly [BlockSource, ...BlockSource[]];
}> => {
  const { channel, chaincode, organisations } = await readProfile(profilePath);
  const folder = dirname(resolve(profilePath));
  const open = (entry: Organisation): Promise<BlockSource> => openSource(entry, folder, channel);
  const [own, ...others] = await Promise.all(organisations.map(open));
  if (own === undefined) throw new ProfileError(`${profilePath} names no organisation`);
  return { chaincode, sources: [own, ...others] };
};

/** The identities of a profile by their organisations. */
const identitiesOf = (sources: readonly BlockSource[]): OpenedFabric['identities'] =>
  Object.fromEntries(sources.map(({ identity }) => [identity.mspId, identity]));

/**
 * Open the channel of a profile.
 * @throws ProfileError when the profile or a file of it cannot be read; LedgerError when the peer is away.
 */
export const openFabricLedger = async (profilePath: string): Promise<OpenedFabric> => {
  const { chaincode, sources } = await openSources(profilePath);
  try {
    const channelGenesis = await genesisOf(sources[0]);
    const ledger = new FabricLedger({ chaincode, sources, channelGenesis });
    return { ledger, identities: identitiesOf(sources) };
  } catch (error) {
    for (const { connection } of sources) connection.close();
    throw error;
  }
};

/** Open the channel of a profile for a client that goes step by step. @throws ProfileError */
export const openFabricSteps = async (
  profilePath: string,
  orderer: OrdererAddress,
): Promise<{ readonly steps: FabricSteps; readonly identities: OpenedFabric['identities'] }> => {
  const { sources } = await openSources(profilePath);
  return { steps: new FabricSteps(sources, orderer), identities: identitiesOf(sources) };
};
