/** Who may be chosen where a demo is open. */
import { ENTERPRISE_ROLES, KEY_FUNCTIONS } from '@yaosu/chaincode/model/enterprise/states';
import { enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { asOf } from './schemas.js';

/** An actor of the story. */
const demoLogin = z
  .strictObject({
    login: z.string(),
    enterprise: enterpriseId,
    zh: z.string(),
    en: z.string(),
    functions: z.array(z.enum(KEY_FUNCTIONS)),
    /** The firm's name and what it is in the network. */
    firm: z.string(),
    roles: z.array(z.enum(ENTERPRISE_ROLES)),
  })
  .meta({ id: 'DemoLogin' });
/** Actors of the story. */
export const demoLogins = z.strictObject({ ...asOf, logins: z.array(demoLogin) });
