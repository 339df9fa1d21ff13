/**
 * Hands an organisation its share of a demo that one gateway has opened for all: what a gateway of its own needs to
 * host its enterprises, and nothing of the others.
 */
import { access, copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';
import type { Ports } from '../ports.js';
import { openVault } from '../vault/open-vault.js';
import { hostOfStory } from './host-of-login.js';
import { DRUG_AUTHORITY, STORY_ENTERPRISES } from './story-enterprises.js';

/** What is shared with whom. */
export interface DemoShare {
  /** Data folder of the gateway that has opened the demo; it must be stopped. */
  readonly from: string;
  readonly organisation: MspId;
  /** Data folder of the organisation's own gateway; new or empty. */
  readonly into: string;
}

const ESCROW = /^escrow-/;

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** @throws when the folder holds a gateway's data already, so that no key is lost */
const assertFresh = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [first] = await readdir(folder);
  if (first !== undefined) throw new Error(`${folder} is not empty`);
};

const copyKeys = async (
  { from, into }: DemoShare,
  store: string,
  isWanted: (name: string) => boolean,
): Promise<void> => {
  const [source, target] = [join(from, store, 'keys'), join(into, store, 'keys')];
  if (!(await isThere(source))) return;
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const file of await readdir(source))
    if (isWanted(file.replace(/\.pem$/, ''))) await copyFile(join(source, file), join(target, file));
};

/** Makes the share. @returns the enterprises that are in it */
export const shareDemo = async (share: DemoShare, ports: Ports): Promise<readonly string[]> => {
  const { from, organisation, into } = share;
  if (!(await isThere(join(from, 'demo', 'keys')))) throw new Error(`${from} holds no demo`);
  await assertFresh(into);
  const everybody = [DRUG_AUTHORITY.enterprise, ...STORY_ENTERPRISES.map(({ enterprise }) => enterprise)];
  const hosted = everybody.filter((enterprise) => hostOfStory(enterprise) === organisation);
  await copyKeys(share, 'hosts', (name) => name === organisation);
  await copyKeys(share, 'services', (name) => hosted.includes(name));
  await copyKeys(
    share,
    'demo',
    (name) => hosted.includes(name) || (organisation === REGULATOR && ESCROW.test(name)),
  );
  const [ours, theirs] = [await openVault(from, ports), await openVault(into, ports)];
  for (const enterprise of hosted) ours.secrets.copyTo(theirs.secrets, enterprise);
  return hosted;
};
