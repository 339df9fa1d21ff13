/** Who may treat, carry and move waste of a code: the licences are read by the handler, the judging is here. */
import type * as z from 'zod';
import type { licenceRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { isWithinDays } from '../../model/kernel/time.js';
import { scopeNames } from '../../model/waste/waste-code.js';

/** What a licence says. */
export type Licence = Omit<z.infer<typeof licenceRecord>, 'v' | 'by'>;

const isValid = (licence: Licence, kind: Licence['kind'], at: string): boolean =>
  licence.kind === kind && isWithinDays(at, licence.notBefore, licence.notAfter);

const covers = (licence: Licence, site: string): boolean =>
  licence.sites.length === 0 || licence.sites.includes(site);

/** A disposer's licence names the code, or its whole category, for the site. @throws WASTE_CODE_NOT_LICENSED */
export const assertCodeLicensed = (
  licences: readonly Licence[],
  code: string,
  at: string,
  site?: string,
): void => {
  const names = (licence: Licence): boolean =>
    isValid(licence, 'hazardousWasteOperation', at) &&
    scopeNames(licence.scope, code) &&
    (site === undefined || covers(licence, site));
  if (!licences.some(names)) throw new YaosuError('WASTE_CODE_NOT_LICENSED', { code });
};

/** A carrier's licences name every class on the vehicle. @throws WASTE_CARRIER_UNLICENSED */
export const assertClassesLicensed = (
  licences: readonly Licence[],
  classes: readonly string[],
  at: string,
): void => {
  const valid = licences.filter((licence) => isValid(licence, 'dangerousGoodsTransport', at));
  const missing = classes.find((each) => !valid.some(({ scope }) => scope.includes(each)));
  if (missing !== undefined) throw new YaosuError('WASTE_CARRIER_UNLICENSED', { class: missing });
};

/** A transfer between two sites. */
export interface Transfer {
  readonly generator: string;
  readonly code: string;
  /** GB/T 2260 areas of the two sites; the first two digits are the province. */
  readonly fromArea: string;
  readonly toArea: string;
}

/** Whether the two sites lie in different provinces. */
export const crossesProvinces = ({ fromArea, toArea }: Pick<Transfer, 'fromArea' | 'toArea'>): boolean =>
  fromArea.slice(0, 2) !== toArea.slice(0, 2);

/**
 * Across provinces only with an approval in force that names generator and code, and whose paper is the one signed.
 * @throws WASTE_PROVINCE_PERMIT_MISSING
 */
export const assertProvincesPermitted = (
  transfer: Transfer,
  permit: Licence | undefined,
  paper: string | undefined,
  at: string,
): void => {
  if (!crossesProvinces(transfer)) return;
  const permits =
    permit !== undefined &&
    isValid(permit, 'crossProvinceTransfer', at) &&
    permit.evidence === paper &&
    permit.scope.includes(transfer.generator) &&
    scopeNames(permit.scope, transfer.code);
  if (!permits) throw new YaosuError('WASTE_PROVINCE_PERMIT_MISSING', { code: transfer.code });
};
