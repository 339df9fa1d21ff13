import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { loadOrMakeIdentities, newEmbeddedIdentities } from './index.js';

describe('embedded identities', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identities-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives every organisation a root, a peer and a relay that the root issued', async () => {
    const { organisations } = await newEmbeddedIdentities();
    expect(organisations.map((organisation) => organisation.mspId)).toEqual(MSP_IDS);
    for (const { rootCertificate, peer, relay } of organisations) {
      const root = new X509Certificate(rootCertificate);
      expect(root.ca).toBe(true);
      for (const [{ certificate }, role] of [
        [peer, 'peer'],
        [relay, 'client'],
      ] as const) {
        const leaf = new X509Certificate(certificate);
        expect(leaf.checkIssued(root) && leaf.verify(root.publicKey)).toBe(true);
        expect(leaf.subject).toContain(`OU=${role}`);
      }
    }
  });

  it('reopens a folder with the same identities, readable by the owner only', async () => {
    const first = await loadOrMakeIdentities(folder);
    expect(await loadOrMakeIdentities(folder)).toEqual(first);
    expect((await stat(join(folder, 'identities.json'))).mode & 0o777).toBe(0o600);
  });
});
