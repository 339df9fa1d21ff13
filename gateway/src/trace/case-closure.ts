import type { CasePurpose } from '@yaosu/chaincode/model/authority/purposes';
import type { Caller } from '../access/caller.js';
import type { Services } from '../services.js';

/** An open case of an authority, and the batches that it opens. */
export interface OpenCase {
  readonly case: string;
  readonly purpose: CasePurpose;
  readonly batches: ReadonlySet<string>;
}

/** Open cases of an authority, none of a firm; each opens what grew from its root, and what that grew from. */
export const openCasesOf = async (
  { db, graph }: Pick<Services, 'db' | 'graph'>,
  { enterprise, authority }: Pick<Caller, 'enterprise' | 'authority'>,
): Promise<readonly OpenCase[]> => {
  if (authority === null) return [];
  const cases = await db
    .selectFrom('records')
    .innerJoin('record_readers', 'record_readers.key', 'records.key')
    .select('records.value')
    .where('records.type', '=', 'case')
    .where('record_readers.enterprise', '=', enterprise)
    .execute();
  return cases
    .filter(({ value }) => value['authority'] === enterprise && value['closedAt'] === null)
    .map(({ value }) => {
      const root = String(value['root']);
      const grown = graph.closure([root], 'forward').map(({ batch }) => batch);
      const batches = new Set(graph.closure([root, ...grown], 'backward').map(({ batch }) => batch));
      return { case: String(value['case']), purpose: value['purpose'] as CasePurpose, batches };
    });
};
