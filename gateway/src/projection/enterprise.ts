import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { Projector } from './projector.js';

/** Enterprises, their roles, sites and keys. */
export const enterpriseProjectors = {
  ent: ({ rows, origin, value }) => {
    const row = { enterprise: String(value['enterprise']), host_msp: String(value['hostMsp']) };
    rows.put('enterprises', { ...row, ...origin });
  },
  role: ({ rows, origin, parts: [enterprise = '', role = ''] }) => {
    rows.put('enterprise_roles', { enterprise, role, ...origin });
  },
  site: ({ rows, view, origin, value, parts: [enterprise = '', gln = ''] }) => {
    const site = { enterprise, gln, area: String(value['area']) };
    rows.put('sites', { ...site, ...origin });
    view.sites.add(site);
  },
  lic: ({ rows, origin, value, parts: [enterprise = '', number = ''] }) => {
    const row = { kind: String(value['kind']), not_after: String(value['notAfter']) };
    rows.put('licences', { enterprise, number, ...row, ...origin });
  },
  key: ({ rows, origin, value }) => {
    const { kid, enterprise, person } = value as KeyRecord;
    rows.put('keys', { kid, enterprise, person, ...origin });
  },
} satisfies Partial<Record<string, Projector>>;
