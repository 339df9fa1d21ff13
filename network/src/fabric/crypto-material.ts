/** Certificates and keys of every organisation by our own CA, in the folders that Fabric's MSP reads. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  issue,
  issueNode,
  newCa,
  newRoot,
  type CertificateAuthority,
  type KeyedCertificate,
} from '@yaosu/identity';
import { placesOf, type KeyPlace, type OrganisationPlaces, type Places } from './places.js';
import { HOST, type Topology } from './topology.js';
import { writeJson, writeText } from './write-file.js';

const NAMES = { dns: ['localhost'], ip: [HOST] };
const ROLES = { Client: 'client', Peer: 'peer', Admin: 'admin', Orderer: 'orderer' } as const;
const CA_FILE = 'ca.pem';

/** The organisation's two authorities: one for identities, one for TLS. */
interface Authorities {
  readonly ca: CertificateAuthority;
  readonly tls: KeyedCertificate;
}

const nodeOus = {
  NodeOUs: {
    Enable: true,
    ...Object.fromEntries(
      Object.entries(ROLES).map(([name, role]) => [
        `${name}OUIdentifier`,
        { Certificate: `cacerts/${CA_FILE}`, OrganizationalUnitIdentifier: role },
      ]),
    ),
  },
};

const writeKeys = async (place: KeyPlace, { certificate, privateKey }: KeyedCertificate): Promise<void> => {
  await writeText(place.certificate, certificate);
  await writeText(place.privateKey, privateKey);
};

const writeMsp = async (
  folder: string,
  { ca, tls }: Authorities,
  identity?: KeyedCertificate,
): Promise<void> => {
  await writeText(join(folder, 'cacerts', CA_FILE), ca.certificate);
  await writeText(join(folder, 'tlscacerts', 'tlsca.pem'), tls.certificate);
  await writeJson(join(folder, 'config.yaml'), nodeOus);
  if (identity === undefined) return;
  await writeText(join(folder, 'signcerts', 'cert.pem'), identity.certificate);
  await writeText(join(folder, 'keystore', 'key.pem'), identity.privateKey);
};

const writeCommon = async (
  own: OrganisationPlaces,
  authorities: Authorities,
  node: { readonly name: string; readonly role: 'peer' | 'orderer' },
): Promise<void> => {
  const { ca, tls } = authorities;
  const authorityPlace = (name: string): KeyPlace => ({
    certificate: join(own.root, name, 'cert.pem'),
    privateKey: join(own.root, name, 'key.pem'),
  });
  await writeKeys(authorityPlace('ca'), ca);
  await writeKeys(authorityPlace('tlsca'), tls);
  await writeMsp(own.msp, authorities);
  await writeMsp(own.nodeMsp, authorities, await issue(ca, node.name, node.role));
  await writeMsp(own.adminMsp, authorities, await issue(ca, `admin.${ca.mspId}`, 'admin'));
  await writeKeys(own.nodeTls, await issueNode(tls, NAMES));
  await writeKeys(own.adminTls, await issueNode(tls, NAMES));
};

const writePeerKeys = async (own: OrganisationPlaces, { ca, tls }: Authorities): Promise<void> => {
  // A relay's name is random and says nothing.
  await writeKeys(own.relay, await issue(ca, randomBytes(12).toString('hex'), 'client'));
  await writeKeys(own.chaincodeServer, await issueNode(tls, NAMES));
  await writeKeys(own.chaincodeClient, await issueNode(tls, NAMES));
};

const newAuthorities = async (mspId: string): Promise<Authorities> => ({
  ca: await newCa(mspId),
  tls: await newRoot([{ CN: [`tlsca.${mspId}`] }, { O: [mspId] }]),
});

/** An organisation's folder appears whole: it is made beside and renamed. */
const makeOrganisation = async (
  places: Places,
  mspId: string,
  node: { readonly name: string; readonly role: 'peer' | 'orderer' },
): Promise<void> => {
  const { root } = places.organisation(mspId);
  if (existsSync(root)) return;
  const draft = placesOf(`${places.root}/crypto-draft`).organisation(mspId);
  await rm(draft.root, { recursive: true, force: true });
  const authorities = await newAuthorities(mspId);
  await writeCommon(draft, authorities, node);
  if (node.role === 'peer') await writePeerKeys(draft, authorities);
  await mkdir(join(places.root, 'crypto'), { recursive: true, mode: 0o700 });
  await rename(draft.root, root);
};

/** Make what is not there yet; what is there stays as it is. */
export const makeCryptoMaterial = async ({ peers, orderers }: Topology, places: Places): Promise<void> => {
  for (const { mspId, name } of peers) await makeOrganisation(places, mspId, { name, role: 'peer' });
  for (const { mspId, name } of orderers) await makeOrganisation(places, mspId, { name, role: 'orderer' });
  await rm(join(places.root, 'crypto-draft'), { recursive: true, force: true });
};
