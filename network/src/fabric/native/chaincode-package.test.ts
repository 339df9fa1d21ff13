import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeCryptoMaterial } from '../crypto-material.js';
import { placesOf, type Places } from '../places.js';
import { newTopology } from '../topology.js';
import { newChaincodePackage, type Served } from './chaincode-package.js';
import { writeBuilder } from './write-builder.js';

const topology = newTopology();
const [maker, cdmo] = topology.peers.map((node) => ({ node, server: node.servers[0]![0] })) as [
  Served,
  Served,
];
let places: Places;

beforeAll(async () => {
  places = placesOf(await mkdtemp(join(tmpdir(), 'yaosu-package-')));
  await makeCryptoMaterial(topology, places);
  await mkdir(join(places.chaincode(0), 'node_modules'), { recursive: true });
  await writeFile(join(places.chaincode(0), 'index.cjs'), 'exports.contracts = [];\n');
  await writeFile(join(places.chaincode(0), 'package.json'), '{}\n');
  await writeBuilder(places);
});
afterAll(() => rm(places.root, { recursive: true, force: true }));

const unpack = async (archive: string, name: string): Promise<string> => {
  const folder = join(places.root, 'unpacked', name);
  await mkdir(folder, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return folder;
};

it('is the same whenever code and certificates are, another one an organisation and a version of the code', async () => {
  const first = await newChaincodePackage(maker, places);
  expect((await newChaincodePackage(maker, places)).id).toBe(first.id);
  expect((await newChaincodePackage(cdmo, places)).id).not.toBe(first.id);
  await writeFile(join(places.chaincode(0), 'index.cjs'), 'exports.contracts = [1];\n');
  expect((await newChaincodePackage(maker, places)).id).not.toBe(first.id);
});

it('goes through the builder as a peer calls it', async () => {
  const archive = join(places.root, 'package.tgz');
  await writeFile(archive, (await newChaincodePackage(maker, places)).bytes);
  const metadata = await unpack(archive, 'package');
  const source = await unpack(join(metadata, 'code.tar.gz'), 'source');
  expect((await readdir(source)).sort()).toEqual(['connection.json', 'index.cjs', 'package.json']);
  const output = await mkdtemp(join(places.root, 'built-'));
  const released = await mkdtemp(join(places.root, 'released-'));
  const step = (name: string, ...folders: readonly string[]): Buffer =>
    execFileSync(join(places.builder, 'bin', name), folders, { env: { PATH: '' } });
  step('detect', source, metadata);
  step('build', source, metadata, output);
  step('release', output, released);
  const connection = await readFile(join(released, 'chaincode', 'server', 'connection.json'), 'utf8');
  expect(JSON.parse(connection)).toMatchObject({
    address: `127.0.0.1:${String(maker.server.port)}`,
    tls_required: true,
    client_auth_required: true,
  });
  await writeFile(join(metadata, 'metadata.json'), '{"type":"golang"}');
  expect(() => step('detect', source, metadata)).toThrow();
});
