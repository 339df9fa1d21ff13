import type * as z from 'zod';
import type { licenceRecord } from '../../model/enterprise/schemas.js';
import { isWithinDays } from '../../model/kernel/time.js';

type Licence = Pick<z.infer<typeof licenceRecord>, 'kind' | 'sites' | 'notBefore' | 'notAfter'>;

/** Licences under which drugs and their materials may be bought. */
const KINDS: readonly Licence['kind'][] = ['drugDistribution', 'drugManufacturing'];

/** Whether one of the licences lets drugs be delivered to this address at this time. */
export const isLicensedFor = (licences: readonly Licence[], site: string, at: string): boolean =>
  licences.some(
    ({ kind, sites, notBefore, notAfter }) =>
      KINDS.includes(kind) && sites.includes(site) && isWithinDays(at, notBefore, notAfter),
  );
