/** An identifier as a reader may see it. */
import type { HandleValue } from '../api/identifiers.js';
import type { Services } from '../services.js';
import { handleOf, type HandleRow } from './handle-rows.js';
import { publicFacts } from './public-facts.js';
import { readableBy } from './readable-values.js';
import { refuse } from './refusals.js';

/** What a reader gets. */
export interface ReadableHandle {
  readonly row: HandleRow;
  readonly values: readonly HandleValue[];
  /** What everybody may know of the pack that it stands for. */
  readonly facts: readonly HandleValue[];
}

/** @param reader enterprise; undefined: nobody has signed in. @throws HandleRefusal when there is none, or nothing that the reader may see */
export const readableHandle = async (
  services: Pick<Services, 'config' | 'db' | 'issuing'>,
  handle: string,
  reader: string | undefined,
): Promise<ReadableHandle> => {
  const row = (await handleOf(services.db, handle)) ?? refuse('missing');
  const values = readableBy(row.value, row.enterprise, reader, services.config.identifierPrefixes);
  if (values.length === 0) refuse('hidden');
  return { row, values, facts: await publicFacts(services, values) };
};
