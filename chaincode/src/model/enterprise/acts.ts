import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { enterpriseId, kid, publicKey, text } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import {
  appointment,
  approvalRecord,
  enterpriseRecord,
  licenceRecord,
  mspId,
  proposedKey,
  siteRecord,
} from './schemas.js';
import { ENTERPRISE_ROLES } from './states.js';

const registrar: PartyRule = { roles: ['authority'], functions: ['root', 'administrator'] };
const administrator: PartyRule = { roles: 'any', functions: ['root', 'administrator'] };
const unsigned = { v: true, by: true } as const;

/** Enterprises, their licences, sites, people and keys. */
export const enterpriseActs = defineActs('Enterprise', {
  register: act({
    summary: 'An authority admits an enterprise and confirms its one root key, which proves its possession.',
    kind: 'permission',
    signature: 'person',
    meaning: 'registration',
    parties: { registrar, enterprise: { roles: 'any', functions: [], introduced: true } },
    input: z.strictObject({
      enterprise: enterpriseId,
      name: text(120),
      roles: z.array(z.enum(ENTERPRISE_ROLES)).min(1).max(6),
      hostMsp: mspId,
      authority: enterpriseRecord.shape.authority,
      encryption: publicKey,
      key: proposedKey,
    }),
    output: done,
    subject: 'ent',
    declares: (payload) => [keyOf('ent', payload.enterprise)],
    creates: 'ENTERPRISE_EXISTS',
    endorsers: ['regulator', 'witness', { organisationNamedIn: 'hostMsp' }],
    emits: ['EnterpriseRegistered'],
    errors: [
      'ENTERPRISE_EXISTS',
      'ENTERPRISE_HOST_UNFIT',
      'KEY_EXISTS',
      'KEY_ID_WRONG',
      'KEY_ADMISSION_FORBIDDEN',
    ],
  }),
  addLicence: act({
    summary: 'An authority records a licence or certificate that it has checked.',
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { registrar },
    input: licenceRecord.omit(unsigned),
    output: done,
    subject: 'lic',
    declares: (payload) => [keyOf('lic', payload.enterprise, payload.number)],
    creates: 'LICENCE_EXISTS',
    endorsers: ['regulator', 'witness', { hostNamedIn: 'enterprise' }],
    emits: ['EnterpriseLicensed'],
    errors: ['ENTERPRISE_NOT_FOUND', 'LICENCE_EXISTS', 'LICENCE_PERIOD_WRONG', 'SITE_NOT_FOUND'],
  }),
  addSite: act({
    summary: 'An administrator adds a site of the own enterprise, named by its GLN.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { administrator },
    input: siteRecord.omit(unsigned),
    output: done,
    subject: 'site',
    declares: (payload) => [keyOf('site', payload.enterprise, payload.gln)],
    creates: 'SITE_EXISTS',
    endorsers: ['regulator', 'witness', { hostOf: 'administrator' }],
    emits: ['EnterpriseSiteAdded'],
    errors: ['ENTERPRISE_FOREIGN', 'SITE_EXISTS'],
  }),
  approveSupplier: act({
    summary:
      "The buyer's quality sets the standing of a supplier's site for a material on its approved list.",
    kind: 'permission',
    signature: 'quality',
    meaning: 'approval',
    parties: {
      buyer: { roles: ['mah', 'manufacturer', 'cdmo'], functions: ['qualityManager', 'qualifiedPerson'] },
    },
    input: approvalRecord.omit(unsigned),
    output: done,
    subject: 'appr',
    declares: (payload) => [keyOf('appr', payload.buyer, payload.entry)],
    endorsers: ['regulator', 'witness', { hostOf: 'buyer' }],
    emits: ['EnterpriseSupplierApproved'],
    errors: ['ENTERPRISE_FOREIGN', 'SUPPLIER_NOT_FOUND', 'SITE_NOT_FOUND'],
  }),
  admitKey: act({
    summary: 'An administrator admits the key of a person, device or service, which proves its possession.',
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { administrator, holder: { roles: 'any', functions: [], introduced: true } },
    input: z.strictObject({ enterprise: enterpriseId, key: proposedKey }),
    output: done,
    subject: 'key',
    declares: (payload) => [keyOf('key', payload.key.kid)],
    creates: 'KEY_EXISTS',
    endorsers: ['regulator', 'witness', { hostOf: 'administrator' }],
    emits: ['EnterpriseKeyAdmitted'],
    errors: [
      'ENTERPRISE_FOREIGN',
      'KEY_EXISTS',
      'KEY_ID_WRONG',
      'KEY_ADMISSION_FORBIDDEN',
      'KEY_PERIOD_WRONG',
    ],
  }),
  revokeKey: act({
    summary: 'An administrator revokes a key, from now on or since it was compromised.',
    kind: 'permission',
    signature: 'person',
    meaning: 'responsibility',
    parties: { administrator },
    input: z.strictObject({ enterprise: enterpriseId, kid, compromisedSince: instant.nullable() }),
    output: done,
    subject: 'key',
    declares: (payload) => [keyOf('key', payload.kid)],
    endorsers: ['regulator', 'witness', { hostOf: 'administrator' }],
    emits: ['EnterpriseKeyRevoked'],
    errors: ['ENTERPRISE_FOREIGN', 'KEY_NOT_FOUND', 'KEY_ADMISSION_FORBIDDEN', 'KEY_REVOKED'],
  }),
  appoint: act({
    summary: "An administrator sets the functions that a person's key may act in, each for a time.",
    kind: 'permission',
    signature: 'person',
    meaning: 'approval',
    parties: { administrator },
    input: z.strictObject({ enterprise: enterpriseId, kid, appointments: z.array(appointment).max(16) }),
    output: done,
    subject: 'key',
    declares: (payload) => [keyOf('key', payload.kid)],
    endorsers: ['regulator', 'witness', { hostOf: 'administrator' }],
    emits: ['EnterpriseAppointed'],
    errors: ['ENTERPRISE_FOREIGN', 'KEY_NOT_FOUND', 'KEY_ADMISSION_FORBIDDEN', 'KEY_REVOKED'],
  }),
});
