import { canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { namespacesOf, type Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import { bareTerm, type Vocabulary } from '@yaosu/chaincode/model/epcis/vocabularies';

/** A term as queries compare it: bare word, URN and web address are one; null when the event has none. */
export const termOf = (
  value: unknown,
  vocabulary: Vocabulary,
  namespaces: Namespaces = namespacesOf(undefined),
): string | null =>
  typeof value === 'string' ? canonicalValue(bareTerm(vocabulary, value), namespaces) : null;

const OTHER_HOST = /^https?:\/\/(?!id\.gs1\.org\/)/;

/** A place as queries compare it: URN and canonical link are one; a link of another host is what that host says it is. */
export const placeOf = (value: string, namespaces: Namespaces = namespacesOf(undefined)): string =>
  OTHER_HOST.test(value) ? value : canonicalValue(value, namespaces);
