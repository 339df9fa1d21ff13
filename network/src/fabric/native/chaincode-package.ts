/** What an organisation installs on its peer: the code that its process runs, and how the peer reaches that process. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../blocks/sha256.js';
import { addressOf, type ChaincodeServer, type PeerNode } from '../topology.js';
import type { Places } from '../places.js';
import { newTarGz } from './tar.js';

const LABEL = 'yaosu';
/** A link for Node, not a part of the package. */
const MODULES = 'node_modules';

/** Whose package it is and the process that it points to. */
export interface Served {
  readonly node: PeerNode;
  readonly server: ChaincodeServer;
}

/** A package and the id that a peer gives it. */
export interface ChaincodePackage {
  readonly id: string;
  readonly bytes: Buffer;
}

const connectionOf = async ({ node, server }: Served, places: Places): Promise<object> => {
  const own = places.organisation(node.mspId);
  const text = (path: string): Promise<string> => readFile(path, 'utf8');
  return {
    address: addressOf(server.port, server.host),
    dial_timeout: '10s',
    tls_required: true,
    client_auth_required: true,
    root_cert: await text(own.tlsRoot),
    client_key: await text(own.chaincodeClient.privateKey),
    client_cert: await text(own.chaincodeClient.certificate),
  };
};

const json = (value: object): Buffer => Buffer.from(JSON.stringify(value));

/** The package of an organisation's process, the same bytes whenever code (of its turn) and certificates are the same. */
export const newChaincodePackage = async (
  served: Served,
  places: Places,
  codeAt = served.server.turn,
): Promise<ChaincodePackage> => {
  const folder = places.chaincode(codeAt);
  const names = (await readdir(folder)).filter((name) => name !== MODULES);
  const code = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name))] as const),
  );
  const bytes = newTarGz({
    'code.tar.gz': newTarGz({
      ...Object.fromEntries(code),
      'connection.json': json(await connectionOf(served, places)),
    }),
    'metadata.json': json({ type: 'ccaas', label: LABEL }),
  });
  return { id: `${LABEL}:${sha256(bytes).toString('hex')}`, bytes };
};
