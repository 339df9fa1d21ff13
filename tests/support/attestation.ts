import { digest, freshId } from './payloads.js';

/** Payload of an attestation of last year's equipment records. */
export const attestationPayload = (change: object = {}): Record<string, unknown> => ({
  attestation: freshId(),
  kind: 'equipment',
  root: digest('root'),
  count: 365,
  from: '2025-01-01T00:00:00.000Z',
  to: '2025-12-31T23:59:59.999Z',
  ...change,
});
