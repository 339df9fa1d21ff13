import type { ActTransaction } from './act-transaction.js';
import { assertOwn, signer } from './act-transaction.js';
import { newContract } from './new-contract.js';
import { enterpriseActs } from '../model/enterprise/acts.js';
import { prefixesWithin } from '../model/enterprise/company-prefix.js';
import { keyRecord, type KeyRecord, type ProposedKey } from '../model/enterprise/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import {
  assertAdmissible,
  assertAppointable,
  assertHostFit,
  assertRootKey,
} from '../rules/enterprise/assert-admissible.js';
import { assertUnlimited } from '../rules/enterprise/limited-keys.js';

/** A proposed key as it is recorded. */
export const admittedKey = (key: ProposedKey, enterprise: string, issuer: string): object => ({
  ...key,
  enterprise,
  issuer,
  revokedAt: null,
  compromisedSince: null,
});

const ownKey = async (tx: ActTransaction<{ enterprise: string; kid: string }>): Promise<KeyRecord> => {
  assertOwn(tx, 'administrator', tx.payload.enterprise);
  const key = await tx.state.get(keyRecord, 'key', tx.payload.kid);
  if (key === undefined || key.enterprise !== tx.payload.enterprise) {
    throw new YaosuError('KEY_NOT_FOUND', { kid: tx.payload.kid });
  }
  if (key.revokedAt !== null) throw new YaosuError('KEY_REVOKED', { kid: key.kid });
  return key;
};

const assertRegistered = async (tx: ActTransaction, enterprise: string): Promise<void> => {
  if (!(await tx.state.has('ent', enterprise))) throw new YaosuError('ENTERPRISE_NOT_FOUND', { enterprise });
};

/** What a key is limited to is there to be answered. @throws KEY_LIMIT_WRONG */
const assertLimitThere = async ({ state }: ActTransaction, { onlyFor }: ProposedKey): Promise<void> => {
  if (onlyFor === null || (await state.hashOf(onlyFor)) !== null) return;
  throw new YaosuError('KEY_LIMIT_WRONG', { wrong: ['record'] });
};

/** No prefix lies within another one, whichever is recorded first (GS1 General Specifications 1.4.4). @throws PREFIX_TAKEN */
const assertApart = async ({ state }: ActTransaction, companyPrefix: string): Promise<void> => {
  if (await state.has('gcpin', companyPrefix)) throw new YaosuError('PREFIX_TAKEN', { companyPrefix });
  for (const shorter of prefixesWithin(companyPrefix.slice(0, -1))) {
    if (await state.has('gcp', shorter)) throw new YaosuError('PREFIX_TAKEN', { companyPrefix: shorter });
  }
};

/** The digits that a prefix begins with are no prefix from now on. */
const occupy = async ({ state }: ActTransaction, companyPrefix: string): Promise<void> => {
  for (const shorter of prefixesWithin(companyPrefix.slice(0, -1))) {
    if (!(await state.has('gcpin', shorter))) state.put('gcpin', [shorter], { companyPrefix: shorter });
  }
};

/** Enterprises, their licences, sites, people and keys. */
export const EnterpriseContract = newContract('Enterprise', enterpriseActs, {
  register: async (tx) => {
    const { enterprise, name, roles, hostMsp, authority, encryption, key } = tx.payload;
    assertOwn(tx, 'enterprise', enterprise);
    assertHostFit(roles, hostMsp, authority !== null);
    assertRootKey(key);
    if (await tx.state.has('key', key.kid)) throw new YaosuError('KEY_EXISTS', { kid: key.kid });
    tx.state.put('ent', [enterprise], { enterprise, name, hostMsp, authority, encryption });
    for (const role of roles) tx.state.put('role', [enterprise, role], { enterprise, role });
    tx.state.put('key', [key.kid], admittedKey(key, enterprise, signer(tx, 'registrar').kid));
    tx.emit('EnterpriseRegistered', [keyOf('ent', enterprise)]);
    return { key: keyOf('ent', enterprise) };
  },

  addLicence: async (tx) => {
    const { enterprise, number, notBefore, notAfter, sites } = tx.payload;
    await assertRegistered(tx, enterprise);
    if (notAfter < notBefore) throw new YaosuError('LICENCE_PERIOD_WRONG', { notBefore, notAfter });
    for (const gln of sites) {
      if (!(await tx.state.has('site', enterprise, gln))) throw new YaosuError('SITE_NOT_FOUND', { gln });
    }
    tx.state.put('lic', [enterprise, number], tx.payload);
    tx.emit('EnterpriseLicensed', [keyOf('lic', enterprise, number)]);
    return { key: keyOf('lic', enterprise, number) };
  },

  addSite: (tx) => {
    const { enterprise, gln } = tx.payload;
    assertOwn(tx, 'administrator', enterprise);
    tx.state.put('site', [enterprise, gln], tx.payload);
    tx.emit('EnterpriseSiteAdded', [keyOf('site', enterprise, gln)]);
    return Promise.resolve({ key: keyOf('site', enterprise, gln) });
  },

  assignPrefix: async (tx) => {
    const { companyPrefix, enterprise } = tx.payload;
    await assertRegistered(tx, enterprise);
    await assertApart(tx, companyPrefix);
    await occupy(tx, companyPrefix);
    tx.state.put('gcp', [companyPrefix], tx.payload);
    tx.emit('EnterprisePrefixAssigned', [keyOf('gcp', companyPrefix)]);
    return { key: keyOf('gcp', companyPrefix) };
  },

  approveSupplier: async (tx) => {
    const { buyer, entry, supplier, site } = tx.payload;
    assertOwn(tx, 'buyer', buyer);
    if (!(await tx.state.has('role', supplier, 'supplier')))
      throw new YaosuError('SUPPLIER_NOT_FOUND', { supplier });
    if (!(await tx.state.has('site', supplier, site))) throw new YaosuError('SITE_NOT_FOUND', { gln: site });
    tx.state.put('appr', [buyer, entry], tx.payload);
    tx.emit('EnterpriseSupplierApproved', [keyOf('appr', buyer, entry)]);
    return { key: keyOf('appr', buyer, entry) };
  },

  admitKey: async (tx) => {
    const { enterprise, key } = tx.payload;
    const administrator = signer(tx, 'administrator');
    assertOwn(tx, 'administrator', enterprise);
    assertOwn(tx, 'holder', enterprise);
    assertAdmissible(key, administrator.key, tx.now);
    await assertLimitThere(tx, key);
    tx.state.put('key', [key.kid], admittedKey(key, enterprise, administrator.kid));
    tx.emit('EnterpriseKeyAdmitted', [keyOf('key', key.kid)]);
    return { key: keyOf('key', key.kid) };
  },

  revokeKey: async (tx) => {
    const key = await ownKey(tx);
    const { compromisedSince } = tx.payload;
    tx.state.put('key', [key.kid], { ...key, revokedAt: tx.now, compromisedSince });
    tx.emit('EnterpriseKeyRevoked', [keyOf('key', key.kid)]);
    return { key: keyOf('key', key.kid) };
  },

  appoint: async (tx) => {
    const key = await ownKey(tx);
    const { appointments } = tx.payload;
    assertUnlimited(key);
    assertAppointable(key.kind, key.appointments, appointments, signer(tx, 'administrator').key, tx.now);
    tx.state.put('key', [key.kid], { ...key, appointments });
    tx.emit('EnterpriseAppointed', [keyOf('key', key.kid)]);
    return { key: keyOf('key', key.kid) };
  },
});
