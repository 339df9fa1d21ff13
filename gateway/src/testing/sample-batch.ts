import { toHex } from '@yaosu/chaincode/signing/bytes';
import type { Client } from '../api/client.js';
import { systemPorts } from '../ports.js';

const random = (): string => toHex(systemPorts.randomBytes(32));

/** Payload of `Batch.register` for an API batch of the CDMO, its identity wrapped for the drug authority. */
export const sampleBatch = async (
  client: Client,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown> & { batch: string }> => {
  const { escrows } = await client.read('network', {});
  const drug = escrows.find(({ subject }) => subject === 'drug');
  const { enterprise } = await client.read('session', {});
  const { sites } = await client.read('enterprise', { id: enterprise });
  return {
    batch: random(),
    kind: 'api',
    manufacturer: enterprise,
    mah: null,
    site: sites[0]?.gln ?? '',
    unit: 'KGM',
    made: null,
    receivedFrom: null,
    control: 'none',
    storage: 'ambient',
    manufactured: '2026-11-20',
    usableUntil: '2028-11-19',
    identity: {
      document: random(),
      plaintextDigest: random(),
      ciphertextDigest: random(),
      escrows: [{ subject: 'drug', keyId: drug?.keyId ?? '', wrapDigest: random() }],
    },
    ...changes,
  };
};
