import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { issuedList, type IssuedList } from '@yaosu/gateway/api/leaf-file';
import { api } from '../../lib/api.js';
import { readRecords } from '../../lib/records.js';

/** The list that leads to a root, out of the leaf files that the own enterprise has published; null when there is none. */
const findList = async (batch: string, root: string): Promise<IssuedList | null> => {
  const { records } = await readRecords('doc', { batch });
  for (const { value } of records.filter((each) => each.value.kind === 'leafFile')) {
    const { content } = await api.read('document', { id: value.document });
    const { data } = issuedList.safeParse(content);
    if (data?.root === root) return data;
  }
  return null;
};

/** The maker's own list of a commission. */
export const useIssuedList = (batch: string, root: string): UseQueryResult<IssuedList | null> =>
  useQuery({ queryKey: ['issuedList', batch, root], queryFn: () => findList(batch, root) });
