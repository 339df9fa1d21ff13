import type { ReadAnswer } from '../api/reads.js';
import type { Database } from '../db/open-database.js';
import type { ReadHandler } from '../http/read-handler.js';
import { recordValue, rolesOf } from '../projection/directory.js';
import { demoOf } from './demo-of.js';
import { DEMO_LOGINS, type DemoLogin } from './logins.js';

const withFirm = async (
  db: Database,
  login: DemoLogin,
): Promise<ReadAnswer<'demoLogins'>['logins'][number]> => {
  const name = (await recordValue(db, `ent~${login.enterprise}`))?.['name'];
  return {
    ...login,
    functions: [...login.functions],
    firm: typeof name === 'string' ? name : login.enterprise,
    roles: await rolesOf(db, login.enterprise),
  };
};

/** `GET /api/demo/logins`; not there where the network is no demo */
export const listLogins: ReadHandler<'demoLogins'> = async ({ services }) => {
  const demo = demoOf(services);
  const isHere = await Promise.all(DEMO_LOGINS.map(({ enterprise }) => demo.hosts(enterprise)));
  const here = DEMO_LOGINS.filter((_, i) => isHere[i] === true);
  return { logins: await Promise.all(here.map((login) => withFirm(services.db, login))) };
};
