/** Goods go to a site that there is, and what is sold to one that is licensed for it. */
import { licenceRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import { SALE_PURPOSES } from '../../model/shipment/states.js';
import { isLicensedFor } from '../../rules/shipment/is-licensed-for.js';
import type { ActTransaction } from '../act-transaction.js';

/** @throws SITE_NOT_FOUND */
export const assertSite = async (
  { state }: ActTransaction,
  enterprise: string,
  gln: string,
): Promise<void> => {
  if (!(await state.has('site', enterprise, gln))) throw new YaosuError('SITE_NOT_FOUND', { gln });
};

/** The site is the consignee's, who may buy there what is sold to it. @throws SITE_NOT_FOUND, SHIPMENT_CONSIGNEE_UNLICENSED */
export const assertDestination = async (
  tx: ActTransaction,
  { purpose, consignee, to }: Pick<ShipmentRecord, 'purpose' | 'consignee' | 'to'>,
): Promise<void> => {
  await assertSite(tx, consignee, to);
  if (!SALE_PURPOSES.includes(purpose)) return;
  const licences = await tx.state.range(licenceRecord, 'lic', consignee);
  if (!isLicensedFor(licences, to, tx.at)) {
    throw new YaosuError('SHIPMENT_CONSIGNEE_UNLICENSED', { consignee, to });
  }
};
