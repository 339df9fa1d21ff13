import { licenceRecord } from '../../model/enterprise/schemas.js';
import { isWithinDays } from '../../model/kernel/time.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import type { ActTransaction } from '../act-transaction.js';

type Contingency = ShipmentRecord['contingencies'][number];

const hasLicensedWarehouse = async (
  tx: ActTransaction,
  { enterprise, site }: Contingency,
): Promise<boolean> => {
  const licences = await tx.state.range(licenceRecord, 'lic', enterprise);
  return licences.some(
    ({ kind, notBefore, notAfter, sites }) =>
      kind === 'drugDistribution' &&
      isWithinDays(tx.at, notBefore, notAfter) &&
      (sites.length === 0 || (site !== null && sites.includes(site))),
  );
};

/** What each kind needs beside a registered enterprise and its site. */
const NEEDS: Readonly<
  Record<Contingency['kind'], (tx: ActTransaction, each: Contingency) => Promise<boolean>>
> = {
  backupTruck: ({ state }, { enterprise }) => state.has('role', enterprise, 'carrier'),
  qualifiedWarehouse: hasLicensedWarehouse,
  otherRoute: () => Promise.resolve(true),
  emergencyStock: hasLicensedWarehouse,
};

/** Whether a contingency that was signed with the shipment can still be offered. */
export const qualifies = async (tx: ActTransaction, each: Contingency): Promise<boolean> => {
  const { enterprise, site, kind } = each;
  if (!(await tx.state.has('ent', enterprise))) return false;
  if (site !== null && !(await tx.state.has('site', enterprise, site))) return false;
  return NEEDS[kind](tx, each);
};
