/** Records of enterprises, their licences, sites, keys and approved suppliers. */
import * as z from 'zod';
import { MSP_IDS } from '../organisations.js';
import { gs1CheckDigit } from '../kernel/gs1-check-digit.js';
import { digest, enterpriseId, kid, officialNumber, personId, publicKey, text } from '../kernel/text.js';
import { day, instant } from '../kernel/time.js';
import {
  APPROVALS,
  AUTHORITY_SUBJECTS,
  ENTERPRISE_ROLES,
  KEY_FUNCTIONS,
  KEY_KINDS,
  LICENCE_KINDS,
  LIMITED_TYPES,
} from './states.js';

/** Fields that every record carries: schema version and the command that wrote it. */
export const recordBase = { v: z.literal(1), by: digest };

/** An organisation of the network. */
export const mspId = z.enum(MSP_IDS as [string, ...string[]]).meta({ id: 'MspId' });

/** GLN: 13 digits with the GS1 check digit (GS1 General Specifications 7.9). */
export const gln = z
  .string()
  .regex(/^\d{13}$/, 'GLN')
  .refine((value) => value.at(-1) === gs1CheckDigit(value.slice(0, -1)), 'CHECK_DIGIT');

/** The whole country; else a province, a prefecture or a county by two, four or six digits (GB/T 2260-2007 clause 3). */
export const area = z.string().regex(/^(00|[1-8]\d(\d{2}){0,2})$/, 'AREA');

/** `ent~E` */
export const enterpriseRecord = z.strictObject({
  ...recordBase,
  enterprise: enterpriseId,
  name: text(120),
  hostMsp: mspId,
  /** Subject and GB/T 2260 area of an authority. */
  authority: z.strictObject({ subject: z.enum(AUTHORITY_SUBJECTS), area }).nullable(),
  /** Key that documents granted to it are wrapped for; null for hosts, which read nothing. */
  encryption: publicKey.nullable(),
});

/** `role~E~r` */
export const roleRecord = z.strictObject({
  ...recordBase,
  enterprise: enterpriseId,
  role: z.enum(ENTERPRISE_ROLES),
});

/** `lic~E~no` */
export const licenceRecord = z.strictObject({
  ...recordBase,
  enterprise: enterpriseId,
  number: officialNumber,
  kind: z.enum(LICENCE_KINDS),
  /** Control classes, product scopes or waste codes that it names. */
  scope: z.array(text(40)).max(60),
  sites: z.array(gln).max(40),
  notBefore: day,
  notAfter: day,
  issuedBy: text(120),
  evidence: digest,
});

/** `site~E~gln` */
export const siteRecord = z.strictObject({
  ...recordBase,
  enterprise: enterpriseId,
  gln,
  name: text(120),
  address: text(200),
  /** GB/T 2260 code of county level, e.g. 320100. */
  area: z.string().regex(/^[1-8]\d{5}$/, 'AREA'),
});

/** GS1 company prefix: 4 to 12 digits (GS1 General Specifications 1.4.4). */
export const companyPrefix = z.string().regex(/^\d{4,12}$/, 'COMPANY_PREFIX');

/** `gcp~P`: whose keys begin with a company prefix, as an authority has checked it with GS1. */
export const companyPrefixRecord = z.strictObject({
  ...recordBase,
  companyPrefix,
  enterprise: enterpriseId,
});

/** `gcpin~P`: company prefixes that begin with these digits have been recorded, so that these are none. */
export const digitsInUseRecord = z.strictObject({ ...recordBase, companyPrefix });

/** One appointment of a person. */
export const appointment = z.strictObject({
  function: z.enum(KEY_FUNCTIONS),
  notBefore: instant,
  notAfter: instant,
});

/** Key of the one record that a key is good for; null for a key without such a limit. */
const onlyFor = z
  .string()
  .regex(new RegExp(`^(${LIMITED_TYPES.join('|')})~[0-9a-f]{64}$`), 'LIMITED_RECORD')
  .nullable();

/** `key~kid` */
export const keyRecord = z.strictObject({
  ...recordBase,
  kid,
  enterprise: enterpriseId,
  person: personId.nullable(),
  kind: z.enum(KEY_KINDS),
  publicKey,
  appointments: z.array(appointment).max(16),
  issuer: kid,
  notBefore: instant,
  notAfter: instant,
  revokedAt: instant.nullable(),
  /** Facts captured after this instant go to review, even when they arrive under a key still valid then. */
  compromisedSince: instant.nullable(),
  /** Origin and relying party that a passkey is pinned to. */
  webauthn: z.strictObject({ rpId: text(120), origin: text(200) }).nullable(),
  onlyFor,
});
/** A key and whose it is. */
export type KeyRecord = z.infer<typeof keyRecord>;

/** `appr~E~h`: buyer × supplier × material. */
export const approvalRecord = z.strictObject({
  ...recordBase,
  buyer: enterpriseId,
  entry: digest,
  supplier: enterpriseId,
  site: gln,
  /** HMAC of the material under the list owner's secret. */
  material: digest,
  standing: z.enum(APPROVALS),
  nextAudit: day,
  qualityAgreement: digest,
});

/** Key as an administrator proposes it. */
export const proposedKey = z.strictObject({
  kid,
  publicKey,
  kind: z.enum(KEY_KINDS),
  person: personId.nullable(),
  appointments: z.array(appointment).max(16),
  notBefore: instant,
  notAfter: instant,
  webauthn: z.strictObject({ rpId: text(120), origin: text(200) }).nullable(),
  onlyFor,
});
/** A key that is about to be admitted. */
export type ProposedKey = z.infer<typeof proposedKey>;
