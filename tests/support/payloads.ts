/** Payloads that are right in every respect; a test changes what it is about. */
import { createHash } from 'node:crypto';
import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';
import { newActor, proposal, type Actor } from './actor.js';
import { MAKER_GLN, SUPPLIER_GLN } from './cast.js';
import { ESCROW_KEY_ID } from './test-network.js';

/** SHA-256 of a text, hex: a digest that stands for some bytes. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

let sequence = 0;
const next = (): number => (sequence += 1);

/** An id that nobody has used yet, 64 hex digits. */
export const freshId = (): string => digest(`id ${String(next())}`);

/** A site of an enterprise. */
export const site = (enterprise: string, gln: string): Record<string, unknown> => ({
  enterprise,
  gln,
  name: '一厂',
  address: '南京市江宁区 1 号',
  area: '320115',
});

/** A GLN that nobody has used yet (GS1 General Specifications 7.9). */
export const freshGln = (): string => {
  const body = `69099${String(next()).padStart(7, '0')}`;
  return `${body}${gs1CheckDigit(body)}`;
};

/** A company prefix that nobody has. */
export const freshPrefix = (): string => `80${String(next()).padStart(5, '0')}`;

/** Id of a firm that nobody has registered yet. */
export const freshFirm = (): string => `firm-${String(next())}`;

/** An API batch of `maker`. */
export const batchPayload = (change: Record<string, unknown> = {}): Record<string, unknown> => {
  const seed = String(next());
  return {
    batch: digest(`batch ${seed}`),
    kind: 'api',
    manufacturer: 'maker',
    mah: null,
    site: MAKER_GLN,
    unit: 'KGM',
    control: 'none',
    storage: 'ambient',
    made: null,
    receivedFrom: null,
    manufactured: '2026-11-01',
    usableUntil: '2028-11-01',
    identity: {
      document: digest(`document ${seed}`),
      plaintextDigest: digest(`plain ${seed}`),
      ciphertextDigest: digest(`cipher ${seed}`),
      escrows: [{ subject: 'drug', keyId: ESCROW_KEY_ID, wrapDigest: digest(`wrap ${seed}`) }],
    },
    ...change,
  };
};

/** A carrier under Logistics. */
export const registration = (
  enterprise: string,
  root: Actor,
  change: Record<string, unknown> = {},
): Record<string, unknown> => ({
  enterprise,
  name: enterprise,
  roles: ['carrier'],
  hostMsp: 'LogisticsMSP',
  authority: null,
  encryption: newActor(enterprise).publicKey,
  key: proposal(root, ['root']),
  ...change,
});

/** A manufacturing licence of `maker`. */
export const licence = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  enterprise: 'maker',
  number: `苏${String(next())}`,
  kind: 'drugManufacturing',
  scope: ['api'],
  sites: [MAKER_GLN],
  notBefore: '2026-01-01',
  notAfter: '2030-12-31',
  issuedBy: '江苏省药品监督管理局',
  evidence: digest('evidence'),
  ...change,
});

/** `supplier` on the approved list of `maker`. */
export const approval = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  buyer: 'maker',
  entry: digest(`entry ${String(next())}`),
  supplier: 'supplier',
  site: SUPPLIER_GLN,
  material: digest('material'),
  standing: 'approved',
  nextAudit: '2027-06-30',
  qualityAgreement: digest('agreement'),
  ...change,
});
