import { join } from 'node:path';
import { loadOrMakeFile } from '../data/private-file.js';
import type { Ports } from '../ports.js';
import type { Services } from '../services.js';
import { BlobStore } from './blob-store.js';
import { DigestIndex } from './digest-index.js';
import { EnterpriseSecrets } from './enterprise-secrets.js';
import { LotNames } from './lot-names.js';
import { Vault } from './vault.js';
import { WrapStore } from './wrap-store.js';

const SEALING_KEY_BYTES = 32;

/** The vault of a data folder and the secrets of the enterprises hosted there. */
export const openVault = async (
  data: string,
  ports: Ports,
): Promise<Pick<Services, 'vault' | 'secrets' | 'lotNames'>> => {
  const { newId, randomBytes } = ports;
  const sealingKey = await loadOrMakeFile(join(data, 'vault', 'sealing.key'), () =>
    Buffer.from(randomBytes(SEALING_KEY_BYTES)).toString('hex'),
  );
  const secrets = new EnterpriseSecrets(
    join(data, 'vault', 'secrets'),
    Buffer.from(sealingKey, 'hex'),
    randomBytes,
  );
  const blobs = new BlobStore(join(data, 'vault', 'blobs'), newId);
  const wraps = new WrapStore(join(data, 'vault', 'wraps'), newId);
  const digests = new DigestIndex(join(data, 'vault', 'digests'), newId);
  const copies = new DigestIndex(join(data, 'vault', 'copies'), newId);
  const vault = new Vault({ blobs, wraps, digests, copies, secrets, randomBytes });
  return { vault, secrets, lotNames: new LotNames(vault) };
};
