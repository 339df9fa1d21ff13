import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeCryptoMaterial } from './crypto-material.js';
import { placesOf, type Places } from './places.js';
import { newTopology } from './topology.js';

const topology = newTopology();
let places: Places;

beforeAll(async () => {
  places = placesOf(await mkdtemp(join(tmpdir(), 'yaosu-crypto-')));
  await makeCryptoMaterial(topology, places);
});
afterAll(() => rm(places.root, { recursive: true, force: true }));

const certificateAt = async (...path: readonly string[]): Promise<X509Certificate> =>
  new X509Certificate(await readFile(join(...path)));

const mspIds = [...topology.peers, ...topology.orderers].map(({ mspId }) => mspId);

it.each(mspIds)('%s has a node and an administrator of its own authority', async (mspId) => {
  const own = places.organisation(mspId);
  const root = await certificateAt(own.msp, 'cacerts', 'ca.pem');
  const role = mspId.endsWith('OrdererMSP') ? 'orderer' : 'peer';
  for (const [folder, ou] of [
    [own.nodeMsp, role],
    [own.adminMsp, 'admin'],
  ] as const) {
    const leaf = await certificateAt(folder, 'signcerts', 'cert.pem');
    expect([leaf.checkIssued(root), leaf.verify(root.publicKey)]).toEqual([true, true]);
    expect(leaf.subject).toContain(`OU=${ou}`);
  }
});

it.each(mspIds)('%s has a TLS authority apart from that of its identities', async (mspId) => {
  const own = places.organisation(mspId);
  const tls = await certificateAt(own.tlsRoot);
  const node = await certificateAt(own.nodeTls.certificate);
  expect(node.verify(tls.publicKey)).toBe(true);
  expect(tls.fingerprint256).not.toBe((await certificateAt(own.msp, 'cacerts', 'ca.pem')).fingerprint256);
});

it('keeps keys to the owner and makes nothing twice', async () => {
  const { privateKey } = places.organisation('RegulatorMSP').relay;
  const before = await readFile(privateKey, 'utf8');
  expect((await stat(privateKey)).mode & 0o077).toBe(0);
  await rm(places.organisation('CdmoMSP').root, { recursive: true });
  await makeCryptoMaterial(topology, places);
  expect(await readFile(privateKey, 'utf8')).toBe(before);
  expect((await stat(places.organisation('CdmoMSP').relay.privateKey)).isFile()).toBe(true);
});
