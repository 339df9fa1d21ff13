/** Which organisations vouch for goods. */
import { enterpriseRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import type { MspId } from '../../model/organisations.js';
import { goodsPolicy, type EndorsingGroups } from '../../rules/goods-policy.js';
import type { ActTransaction } from '../act-transaction.js';

/** Host organisation of an enterprise. @throws ENTERPRISE_NOT_FOUND */
export const hostOf = async (
  { state }: Pick<ActTransaction, 'state'>,
  enterprise: string,
): Promise<MspId> => {
  const record = await state.get(enterpriseRecord, 'ent', enterprise);
  if (record === undefined) throw new YaosuError('ENTERPRISE_NOT_FOUND', { enterprise });
  return record.hostMsp as MspId;
};

/**
 * Policy that goods are born with.
 * @param named enterprises whose hosts may act together with the Regulator; nulls are nobody
 */
export const policyOf = async (
  tx: ActTransaction,
  owner: string,
  named: readonly (string | null)[],
): Promise<EndorsingGroups> => {
  const enterprises = [...new Set([owner, ...named.filter((each) => each !== null)])];
  const hosts: MspId[] = [];
  for (const enterprise of enterprises) hosts.push(await hostOf(tx, enterprise));
  return goodsPolicy(hosts[0] as MspId, [...new Set(hosts)]);
};
