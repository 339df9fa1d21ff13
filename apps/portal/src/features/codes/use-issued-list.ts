import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../lib/api.js';
import { rootOf, type IssuedList } from './serial-list.js';

/** The list of a commission, where it leads to the root on the ledger; null when its serials were made elsewhere. */
const readList = async (commission: string, root: string): Promise<IssuedList | null> => {
  const { list } = await api.read('commissionList', { commission });
  return list !== null && rootOf(list) === root ? list : null;
};

/** The maker's own list of a commission. */
export const useIssuedList = (commission: string, root: string): UseQueryResult<IssuedList | null> =>
  useQuery({ queryKey: ['issuedList', commission, root], queryFn: () => readList(commission, root) });
