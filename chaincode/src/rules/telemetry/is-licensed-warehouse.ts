import { isWithinDays } from '../../model/kernel/time.js';
import type { Licence } from '../order/judge-supplier.js';

/** Whether one of the licences lets goods of a broken cold chain be kept at this site at this time; one without sites is for all. */
export const isLicensedWarehouse = (licences: readonly Licence[], site: string | null, at: string): boolean =>
  licences.some(
    ({ kind, notBefore, notAfter, sites }) =>
      kind === 'drugDistribution' &&
      isWithinDays(at, notBefore, notAfter) &&
      (sites.length === 0 || (site !== null && sites.includes(site))),
  );
