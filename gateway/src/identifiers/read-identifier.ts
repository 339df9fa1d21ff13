import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';
import { identifierViewOf } from './list-identifiers.js';
import { publicFacts } from './public-facts.js';

/** `GET /api/identifiers/{handle}`: one of others is answered like one that does not exist. */
export const readIdentifier: ReadHandler<'identifier'> = async ({
  params: { handle },
  caller: { enterprise },
  services,
}) => {
  const row = await services.db
    .selectFrom('identifiers')
    .selectAll()
    .where('handle', '=', handle)
    .executeTakeFirst();
  if (row?.enterprise !== enterprise) throw new ApiError('RECORD_NOT_FOUND');
  const facts = await publicFacts(services, row.value);
  return { identifier: identifierViewOf(row), values: row.value, facts: [...facts] };
};
