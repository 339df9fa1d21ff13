/** Everybody who asks: a firm each of the network's roles, an authority each of its subjects, and those without a session. */
import type { AUTHORITY_SUBJECTS, EnterpriseRole } from '@yaosu/chaincode/model/enterprise/states';

/** Who asks as whom. */
export interface CallerDefinition {
  readonly enterprise: string;
  readonly roles: readonly EnterpriseRole[];
  /** A login of the story; undefined for a firm that the suite registers, whose root key asks. */
  readonly login?: string;
  /** An authority's subject, its area as a GB/T 2260 code, and the purpose that it gives. */
  readonly authority?: {
    readonly subject: (typeof AUTHORITY_SUBJECTS)[number];
    readonly area: string;
    readonly purpose?: string;
  };
}

const inspects = (
  subject: (typeof AUTHORITY_SUBJECTS)[number],
  enterprise: string,
  area = '32',
): CallerDefinition => ({
  enterprise,
  roles: ['authority'],
  authority: { subject, area, purpose: 'inspection' },
});

/** Name → who it is. `rival` is a firm of the maker's kind; firms without a login have no part in the story. */
export const CALLERS = {
  maker: { enterprise: 'anhe-pharma', login: 'maker-qp', roles: ['mah', 'manufacturer', 'wasteGenerator'] },
  rival: { enterprise: 'ruikang-pharma', login: 'rival-qp', roles: ['mah', 'manufacturer'] },
  cdmo: { enterprise: 'qingtai-cdmo', login: 'cdmo-qp', roles: ['cdmo', 'wasteGenerator'] },
  supplier: { enterprise: 'linhe-chemical', login: 'linhe-quality', roles: ['supplier'] },
  printer: { enterprise: 'nanshan-packaging', login: 'nanshan-quality', roles: ['supplier'] },
  carrier: { enterprise: 'jiezhou-coldchain', login: 'carrier-dispatch', roles: ['carrier'] },
  wholesaler: {
    enterprise: 'huida-wholesale',
    login: 'wholesale-keeper',
    roles: ['wholesaler', 'warehouse'],
  },
  pharmacy: { enterprise: 'renxin-pharmacy', login: 'pharmacist', roles: ['pharmacy'] },
  wasteCarrier: { enterprise: 'lvtu-transport', login: 'waste-driver', roles: ['wasteCarrier'] },
  disposer: { enterprise: 'jingyuan-disposal', login: 'disposer-keeper', roles: ['wasteDisposer'] },
  farDisposer: { enterprise: 'yueqing-disposal', login: 'far-disposer-keeper', roles: ['wasteDisposer'] },
  holderOnly: { enterprise: 'suite-mah', roles: ['mah'] },
  makerOnly: { enterprise: 'suite-manufacturer', roles: ['manufacturer'] },
  cdmoElsewhere: { enterprise: 'suite-cdmo', roles: ['cdmo'] },
  laboratory: { enterprise: 'suite-laboratory', roles: ['testLab'] },
  warehouse: { enterprise: 'suite-warehouse', roles: ['warehouse'] },
  logistics: { enterprise: 'suite-logistics', roles: ['logistics3pl'] },
  hospital: { enterprise: 'suite-hospital', roles: ['hospital'] },
  carrierElsewhere: { enterprise: 'suite-carrier', roles: ['carrier'] },
  drug: { ...inspects('drug', 'drug-authority'), login: 'drug-inspector' },
  drugSilent: {
    enterprise: 'drug-authority',
    login: 'drug-inspector',
    roles: ['authority'],
    authority: { subject: 'drug', area: '32' },
  },
  drugElsewhere: inspects('drug', 'suite-drug-44', '44'),
  environment: { ...inspects('environment', 'environment-authority'), login: 'environment-inspector' },
  environmentSilent: {
    enterprise: 'environment-authority',
    login: 'environment-inspector',
    roles: ['authority'],
    authority: { subject: 'environment', area: '32' },
  },
  transport: inspects('transport', 'suite-transport'),
  police: inspects('police', 'suite-police'),
  customs: inspects('customs', 'suite-customs'),
  health: inspects('health', 'suite-health'),
} as const satisfies Record<string, CallerDefinition>;
/** One of them. */
export type CallerName = keyof typeof CALLERS;
/** All, in the order of the table. */
export const CALLER_NAMES = Object.keys(CALLERS) as CallerName[];

/** An authority that gives no purpose. */
export const SILENT: readonly CallerName[] = ['drugSilent', 'environmentSilent'];
/** Every authority, whatever it gives. */
export const AUTHORITIES: readonly CallerName[] = [
  'drug',
  'drugSilent',
  'drugElsewhere',
  'environment',
  'environmentSilent',
  'transport',
  'police',
  'customs',
  'health',
];

/** Those without a session, and the code that every read but the public ones answers them with. */
export const OUTSIDERS = {
  nobody: 'UNAUTHENTICATED',
  /** A session that has ended, one whose key was revoked, and a token that another server could have made. */
  expired: 'SESSION_EXPIRED',
  revoked: 'SESSION_EXPIRED',
  forged: 'SESSION_EXPIRED',
} as const;
/** One of them. */
export type OutsiderName = keyof typeof OUTSIDERS;
