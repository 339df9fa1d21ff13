import { YaosuError } from '../../model/kernel/errors.js';
import type { CdmoFlaw } from '../../model/task/states.js';
import { judgePapers } from '../../rules/order/judge-supplier.js';
import { signer, type ActTransaction } from '../act-transaction.js';
import { licencesOf } from '../order/assert-qualified.js';

const refuse = (cdmo: string, reason: CdmoFlaw): never => {
  throw new YaosuError('TASK_CDMO_UNFIT', { cdmo, reason });
};

/** Another enterprise than the client, and a CDMO. @throws TASK_CDMO_UNFIT */
export const assertCdmo = async (tx: ActTransaction, cdmo: string): Promise<void> => {
  if (cdmo === signer(tx, 'client').enterprise) refuse(cdmo, 'self');
  if (!(await tx.state.has('role', cdmo, 'cdmo'))) refuse(cdmo, 'role');
};

/** Its licence is in force at the site today. @throws TASK_CDMO_UNFIT */
export const assertLicensed = async (tx: ActTransaction, cdmo: string, site: string): Promise<void> => {
  const papers = { roles: ['cdmo'], licences: await licencesOf(tx, cdmo) };
  if (judgePapers(papers, site, tx.at) !== undefined) refuse(cdmo, 'licence');
};
