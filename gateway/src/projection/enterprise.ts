import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { Projector } from './projector.js';

/** Enterprises, their roles, sites and keys. */
export const enterpriseProjectors = {
  ent: async ({ db, origin, value }) => {
    const row = { enterprise: String(value['enterprise']), host_msp: String(value['hostMsp']) };
    await db
      .insertInto('enterprises')
      .values({ ...row, ...origin })
      .onConflict((conflict) => conflict.column('enterprise').doUpdateSet({ host_msp: row.host_msp }))
      .execute();
  },
  role: async ({ db, origin, parts: [enterprise = '', role = ''] }) => {
    await db
      .insertInto('enterprise_roles')
      .values({ enterprise, role, ...origin })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  site: async ({ db, origin, value, parts: [enterprise = '', gln = ''] }) => {
    await db
      .insertInto('sites')
      .values({ enterprise, gln, area: String(value['area']), ...origin })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  lic: async ({ db, origin, value, parts: [enterprise = '', number = ''] }) => {
    const row = { kind: String(value['kind']), not_after: String(value['notAfter']) };
    await db
      .insertInto('licences')
      .values({ enterprise, number, ...row, ...origin })
      .onConflict((conflict) => conflict.columns(['enterprise', 'number']).doUpdateSet(row))
      .execute();
  },
  key: async ({ db, origin, value }) => {
    const { kid, enterprise, person } = value as KeyRecord;
    await db
      .insertInto('keys')
      .values({ kid, enterprise, person, ...origin })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
} satisfies Partial<Record<string, Projector>>;
