import { troubleViewOf } from '../connectors/trouble-view.js';
import type { ReadHandler } from '../http/read-handler.js';
import { prefixesOf } from './readable-values.js';

/** `GET /api/secondary-node` */
export const readSecondaryNode: ReadHandler<'secondaryNode'> = async ({
  caller: { enterprise },
  services: { config, db, identifiers },
}) => {
  const rows = await db
    .selectFrom('identifiers')
    .select((on) => ['sync', on.fn.countAll<number>().as('count')])
    .where('enterprise', '=', enterprise)
    .where('sync', '!=', 'registered')
    .groupBy('sync')
    .execute();
  const countOf = (state: string): number => rows.find(({ sync }) => sync === state)?.count ?? 0;
  return {
    node: identifiers.connected?.node ?? null,
    prefixes: [...prefixesOf(config.identifierPrefixes, enterprise)],
    waiting: countOf('waiting'),
    refused: countOf('refused'),
    trouble: troubleViewOf(identifiers.connected?.sync.queue.troubleOf(enterprise)),
  };
};
