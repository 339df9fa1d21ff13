/** Where a load was sent when: a fact is judged by where it went as the fact was captured, whenever it reaches the ledger. */
import type { ShipmentRecord, ShipmentRedirect } from '../../model/shipment/schemas.js';

type Way = Pick<ShipmentRecord, 'to' | 'redirects'>;

/** The redirect that ended the way on which the load was at this time; undefined on its present way. */
export const redirectAfter = ({ redirects }: Way, at: string): ShipmentRedirect | undefined =>
  redirects.find((each) => at < each.at);

/** The site that the load was on its way to at this time. */
export const directedTo = (record: Way, at: string): string => redirectAfter(record, at)?.from ?? record.to;

/**
 * The redirect that an arrival belongs to: it was said before, or it names the site that was given up, by a driver whom the
 * news had not reached. Undefined when it belongs to the present way.
 */
export const redirectOfArrival = (
  record: Way,
  { site, at }: NonNullable<ShipmentRecord['arrival']>,
): ShipmentRedirect | undefined =>
  redirectAfter(record, at) ??
  (site === record.to ? undefined : record.redirects.findLast(({ from }) => from === site));

/** Sites where a driver may arrive with the load: where it is or was sent, and the ways out that it names. */
export const expectedSites = ({
  to,
  redirects,
  contingencies,
}: Way & Pick<ShipmentRecord, 'contingencies'>): readonly (string | null)[] => [
  to,
  ...redirects.map(({ from }) => from),
  ...contingencies.map(({ site }) => site),
];
