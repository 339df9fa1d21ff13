/** What somebody typed or scanned, as what EPCIS queries look for. */
import { canonicalLink } from '@yaosu/chaincode/model/code/gs1/canonical-link';
import { linkOf } from '@yaosu/chaincode/model/code/gs1/write-link';
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';
import type { ScanProblemKind } from '@yaosu/chaincode/model/code/scan/problems';
import { isUri } from '@yaosu/chaincode/model/epcis/json-parts';

/** The parameter of a query with its value, or why the text names nothing. */
export type AskedEpc =
  | { readonly parameter: 'MATCH_anyEPC' | 'MATCH_anyEPCClass'; readonly value: string }
  | { readonly problems: readonly ScanProblemKind[] };

/** A product or a lot of it: a class, of which events have quantities. */
const CLASS = /^https:\/\/id\.gs1\.org\/01\/\d{14}(?:\/(?:10|235)\/[^/]+)?$/;
/** A pattern of packs is spelt like the class that they are of. */
const isPattern = (urn: string): boolean => urn.startsWith('urn:epc:idpat:');
const URN = /^urn:/i;

const ofIdentifier = (value: string): AskedEpc => ({
  parameter:
    !isPattern(value) && CLASS.test(canonicalLink(value) ?? value) ? 'MATCH_anyEPCClass' : 'MATCH_anyEPC',
  value,
});

const ofScan = (text: string): AskedEpc => {
  const { elements, isUsable, problems } = explainScan(text);
  const stopped = problems.filter(({ isRepaired }) => !isRepaired).map(({ kind }) => kind);
  if (!isUsable) return { problems: stopped };
  const link = canonicalLink(linkOf(elements) ?? '');
  return link === undefined ? { problems: ['noCode'] } : ofIdentifier(link);
};

/**
 * An identifier that was typed or scanned: element string, GS1 Digital Link, URN or pattern, or any other URI.
 * Links that name no GS1 key are looked for as they are: EPCIS takes every URI for an identifier.
 */
export const askedEpc = (typed: string): AskedEpc => {
  const text = typed.trim();
  if (URN.test(text) && isUri(text)) return ofIdentifier(text);
  const scanned = ofScan(text);
  const isOtherUri = 'problems' in scanned && /^https?:/i.test(text) && isUri(text);
  return isOtherUri && canonicalLink(text) === undefined
    ? { parameter: 'MATCH_anyEPC', value: text }
    : scanned;
};
