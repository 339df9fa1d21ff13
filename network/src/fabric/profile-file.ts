/** A connection profile as it lies on disk, and what its files hold. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { LedgerIdentity } from '../ledger.js';
import { profileSchema, type ConnectionProfile } from './connection-profile.js';
import type { IdentityWallet } from './wallet/identity-wallet.js';

/** A profile that cannot be used; the message says why. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

type Organisation = ConnectionProfile['organisations'][number];

/** Where a peer is; `tlsRoot` names a file in the profile, and is its PEM once that was read. */
export type PeerEntry = ConnectionProfile['standIns'][number];

/** An organisation of a profile with the contents of its files. */
export interface ProfileMember {
  readonly address: PeerEntry;
  readonly identity: LedgerIdentity;
}

/** A profile that was read; the own organisation stands first. */
export interface OpenedProfile {
  readonly channel: string;
  readonly chaincode: string;
  readonly members: readonly [ProfileMember, ...ProfileMember[]];
  /** Other organisations' peers. */
  readonly standIns: readonly PeerEntry[];
}

const parseProfile = (text: string, path: string): ConnectionProfile => {
  try {
    return profileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new ProfileError(`${path} is no connection profile: ${String(error)}`);
  }
};

const readText = async (path: string, what: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ProfileError(`the ${what} ${path} cannot be read`, { cause: error });
  }
};

/** The identity that a profile names by files, undefined when it names none. */
const identityInFiles = async (entry: Organisation, folder: string): Promise<LedgerIdentity | undefined> => {
  const { mspId, certificate, privateKey } = entry;
  if (certificate === undefined || privateKey === undefined) return undefined;
  return {
    mspId,
    certificate: await readText(resolve(folder, certificate), 'certificate'),
    privateKey: await readText(resolve(folder, privateKey), 'private key'),
  };
};

/** What the files hold goes into the wallet, and what is used comes out of it. */
const identityOf = async (
  entry: Organisation,
  folder: string,
  wallet: IdentityWallet | undefined,
): Promise<LedgerIdentity> => {
  const inFiles = await identityInFiles(entry, folder);
  if (inFiles !== undefined) await wallet?.keep(inFiles);
  const identity = (await wallet?.identity(entry.mspId)) ?? inFiles;
  if (identity === undefined) throw new ProfileError(`the profile names no identity of ${entry.mspId}`);
  return identity;
};

/** Read a profile and its files. @throws ProfileError, WalletError */
export const openProfile = async (path: string, wallet?: IdentityWallet): Promise<OpenedProfile> => {
  const { channel, chaincode, organisations, standIns } = parseProfile(
    await readText(path, 'connection profile'),
    path,
  );
  const folder = dirname(resolve(path));
  const addressOf = async ({ mspId, peer, serverName, tlsRoot }: PeerEntry): Promise<PeerEntry> => ({
    mspId,
    peer,
    serverName,
    tlsRoot: await readText(resolve(folder, tlsRoot), 'TLS root'),
  });
  const open = async (entry: Organisation): Promise<ProfileMember> => ({
    address: await addressOf(entry),
    identity: await identityOf(entry, folder, wallet),
  });
  const [own, ...others] = await Promise.all(organisations.map(open));
  if (own === undefined) throw new ProfileError(`${path} names no organisation`);
  const addresses = await Promise.all(standIns.map(addressOf));
  return { channel, chaincode, members: [own, ...others], standIns: addresses };
};

/** The identities of a profile by their organisations. */
export const identitiesOf = ({
  members,
}: OpenedProfile): Readonly<Partial<Record<Organisation['mspId'], LedgerIdentity>>> =>
  Object.fromEntries(members.map(({ identity }) => [identity.mspId, identity]));
