import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import { isLicensedWarehouse } from '../../rules/telemetry/is-licensed-warehouse.js';
import type { ActTransaction } from '../act-transaction.js';
import { licencesOf } from '../order/assert-qualified.js';

type Contingency = ShipmentRecord['contingencies'][number];

const hasLicensedWarehouse = async (
  tx: ActTransaction,
  { enterprise, site }: Contingency,
): Promise<boolean> => isLicensedWarehouse(await licencesOf(tx, enterprise), site, tx.at);

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
