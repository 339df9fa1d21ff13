import type { Goods } from './goods.js';
import { digest, freshId } from './payloads.js';

/** Payload of a case about goods at the site where they were made. */
export const casePayload = ({ batch, firm, site }: Goods, change: object = {}): Record<string, unknown> => ({
  case: freshId(),
  root: batch,
  purpose: 'inspection',
  grounds: digest('grounds'),
  site: { enterprise: firm, gln: site },
  parcel: null,
  ...change,
});
