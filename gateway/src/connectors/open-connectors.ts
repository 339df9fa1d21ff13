import { openBills } from '../bills/open-bills.js';
import type { Closing } from '../closing.js';
import { openIdentifiers } from '../identifiers/open-identifiers.js';
import type { Services } from '../services.js';

type Parts = Parameters<typeof openBills>[0] & Parameters<typeof openIdentifiers>[0];

/** What goes out to systems of others. */
export const openConnectors = async (
  parts: Parts,
  closing: Closing,
): Promise<Pick<Services, 'bills' | 'identifiers'>> => ({
  identifiers: await openIdentifiers(parts, closing),
  bills: await openBills(parts, closing),
});
