import { YaosuError } from '../../model/kernel/errors.js';
import type { RedirectPayload } from '../../model/shipment/acts.js';
import { MAX_REDIRECTS } from '../../model/shipment/schemas.js';
import { SHIPMENT_STEPS } from '../../model/shipment/states.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';
import { assertDestination } from './assert-destination.js';
import { assertState, loadShipment, putShipment } from './load-shipment.js';
import { offerElsewhere } from './offer-hand-over.js';

/** Handler of `Shipment.redirect`: the goods, and what is in doubt about them, stay as they are. */
export const redirect = async (tx: ActTransaction<RedirectPayload>): Promise<{ key: string }> => {
  const { shipment, to, reason } = tx.payload;
  const record = await loadShipment(tx, shipment);
  assertOwn(tx, 'consignor', record.consignor);
  assertState(record, SHIPMENT_STEPS.redirect);
  if (to === record.to) throw new YaosuError('SHIPMENT_SITE_SAME', { to });
  if (record.redirects.length >= MAX_REDIRECTS)
    throw new YaosuError('SHIPMENT_REDIRECTS_TOO_MANY', { max: MAX_REDIRECTS });
  await assertDestination(tx, { ...record, to });
  const { to: from, arrival, refusal } = record;
  const redirects = [...record.redirects, { from, to, reason, at: tx.at, arrival, refusal }];
  const anew = { state: 'inTransit', to, arrival: null, refusal: null, redirects } as const;
  return {
    key: putShipment(tx, record, { ...anew, offer: offerElsewhere(tx, record) }, 'ShipmentRedirected'),
  };
};
