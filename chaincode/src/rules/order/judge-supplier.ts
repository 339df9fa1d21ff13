import type * as z from 'zod';
import type { approvalRecord, licenceRecord } from '../../model/enterprise/schemas.js';
import { isWithinDays } from '../../model/kernel/time.js';
import { LICENCE_NEEDED, type Disqualification } from '../../model/order/states.js';

/** An entry of an approved list. */
export type Approval = z.infer<typeof approvalRecord>;
/** A licence. */
export type Licence = z.infer<typeof licenceRecord>;

/** What a supplier is, and the papers that it has. */
export interface Credentials {
  readonly roles: readonly string[];
  readonly licences: readonly Licence[];
}

const GOOD: readonly Approval['standing'][] = ['approved', 'conditional'];

/** The licence that a firm of these roles delivers under; undefined when it supplies nothing. */
export const licenceNeeded = (roles: readonly string[]): Licence['kind'] | undefined =>
  LICENCE_NEEDED.find(([role]) => roles.includes(role))?.[1];

/** Whether the papers allow to deliver from the site at this time; undefined when they do. */
export const judgePapers = (
  { roles, licences }: Credentials,
  site: string,
  at: string,
): Disqualification | undefined => {
  const needed = licenceNeeded(roles);
  if (needed === undefined) return 'role';
  const isLicensed = licences.some(
    ({ kind, sites, notBefore, notAfter }) =>
      kind === needed && sites.includes(site) && isWithinDays(at, notBefore, notAfter),
  );
  return isLicensed ? undefined : 'licence';
};

/** What is ordered where. */
export interface Ordered {
  readonly supplier: string;
  readonly site: string;
  readonly materials: readonly string[];
}

/** Whether an entry of the buyer's approved list covers what is ordered; undefined when it does. */
export const judgeEntry = (entry: Approval | undefined, ordered: Ordered): Disqualification | undefined => {
  if (entry === undefined) return 'notListed';
  if (entry.supplier !== ordered.supplier) return 'otherSupplier';
  if (entry.site !== ordered.site) return 'otherSite';
  if (ordered.materials.some((material) => material !== entry.material)) return 'otherMaterial';
  return isGood(entry) ? undefined : 'standing';
};

/** Whether the buyer's quality lets the entry deliver. */
export const isGood = ({ standing }: Pick<Approval, 'standing'>): boolean => GOOD.includes(standing);
