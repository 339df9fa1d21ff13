/** What everybody may know of the pack that an identifier stands for: no more than the page says that its code leads to. */
import type { HandleValue } from '../api/identifiers.js';
import { packStatusOf } from '../codes/pack-status.js';
import { parseRequest } from '../resolver/parse-request.js';
import type { Services } from '../services.js';

/** Type of the value that says which pack: its GS1 Digital Link, or the path of that. */
export const PACK_LINK = 'GS1_DIGITAL_LINK';
const FIRST_INDEX = 1_101;

const packOf = (link: string): { readonly gtin: string; readonly serial: string } | undefined => {
  const path = link.replace(/^https?:\/\/[^/]+/i, '');
  const asked = path.startsWith('/') ? parseRequest(path) : undefined;
  const serial = asked?.qualifiers.find(([ai]) => ai === '21')?.[1];
  return asked?.key[0] === '01' && serial !== undefined ? { gtin: asked.key[1], serial } : undefined;
};

/** Facts as values, by those values that the reader may see; none when no pack is named. */
export const publicFacts = async (
  services: Pick<Services, 'db' | 'issuing'>,
  values: readonly HandleValue[],
): Promise<readonly HandleValue[]> => {
  const link = values.find(({ type }) => type === PACK_LINK);
  const pack = link === undefined ? undefined : packOf(link.data.value);
  if (pack === undefined) return [];
  const { status, issuer, usableUntil, unit, recalls } = await packStatusOf(services, pack.gtin, pack.serial);
  const facts: readonly (readonly [string, string | null])[] = [
    ['PACK_STATUS', status],
    ['PACK_ISSUER', issuer],
    ['PACK_USABLE_UNTIL', usableUntil],
    ['PACK_UNIT', unit],
    ...recalls.map((recall) => ['PACK_RECALL', `${recall.class} ${recall.openedAt}`] as const),
  ];
  return facts
    .filter((fact): fact is readonly [string, string] => fact[1] !== null)
    .map(([type, value], at) => ({
      ...{ index: FIRST_INDEX + at, type },
      data: { format: 'string', value },
      auth: '1',
    }));
};
