/** Documents of the tests, published by `maker`. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest, freshId } from './payloads.js';
import type { Stage } from './stage.js';
import { ESCROW_KEY_ID } from './test-network.js';

type Payload = Record<string, unknown>;

/** Digests of a document that nobody has published yet, escrowed. */
export const documentDigests = (change: Payload = {}): Payload => ({
  document: freshId(),
  plaintextDigest: freshId(),
  ciphertextDigest: freshId(),
  escrows: [{ subject: 'drug', keyId: ESCROW_KEY_ID, wrapDigest: digest('wrap') }],
  ...change,
});

/** A certificate about no batch. */
export const publishPayload = (change: Payload = {}): Payload =>
  documentDigests({ kind: 'certificate', batch: null, ...change });

/** A grant to `cdmo` for good. */
export const documentGrant = (document: string, change: Payload = {}): Payload => ({
  document,
  enterprise: 'cdmo',
  wrapDigest: digest('wrap'),
  until: null,
  ...change,
});

/** A document that `maker` has published. @returns its id */
export const published = async (stage: Stage, change: Payload = {}): Promise<string> => {
  const payload = publishPayload(change);
  await stage.must('makerQuality', ACTS.Document.publish, payload);
  return payload['document'] as string;
};
