/** What reads answer about keys and the sessions that they open. */
import * as z from 'zod';
import { keyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import { KEY_FUNCTIONS } from '@yaosu/chaincode/model/enterprise/states';
import { digest, enterpriseId, kid, personId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { asOf, place, role, stored } from './schemas.js';

/** Keys of an enterprise. */
export const keyList = z.strictObject({
  ...asOf,
  keys: z.array(
    keyRecord.omit(stored).extend({
      hash: digest,
      /** Whether a key that is good for one record has signed something; null for other keys and for those of others. */
      isUsed: z.boolean().nullable(),
      ...place,
    }),
  ),
});

/** Who is logged in. */
export const sessionView = z
  .strictObject({
    ...asOf,
    enterprise: enterpriseId,
    person: personId.nullable(),
    functions: z.array(z.enum(KEY_FUNCTIONS)),
    roles: z.array(role),
    kid,
    /** Key of the one record that the session is for; null for sessions without such a limit. */
    onlyFor: z.string().nullable(),
    /** Until when the key is good. */
    notAfter: instant,
  })
  .meta({ id: 'Session' });
