/** OpenEPCIS' identifiers: EPC URIs judged, and turned into Digital Links and back. */
import { canonicalLink } from '@yaosu/chaincode/model/code/gs1/canonical-link';
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { isEpcUrn } from '@yaosu/chaincode/model/code/gs1/epc-urn';
import { epcUrnOf } from '@yaosu/chaincode/model/code/gs1/write-epc-urn';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { elementsOf, isValid } from './scan.js';

interface Judged {
  readonly id: string;
  readonly identifier: string;
  readonly valid: boolean;
  readonly context?: string;
}
interface Converted {
  readonly id: string;
  readonly kind: string;
  readonly operation: string;
  readonly in: string;
  readonly args: readonly number[];
  readonly expect: string;
}

/** Signs that an EPC URI and a link have to escape; the translator leaves them as they are. */
const isUnescaped = (uri: string): boolean =>
  uri.startsWith('urn:')
    ? /["#&/<>?]|%(?![0-9A-Fa-f]{2})/.test(uri)
    : /["<>?&]|%(?![0-9A-Fa-f]{2})/.test(uri);

/** A percent sign that escapes nothing. */
const isBroken = (uri: string): boolean => /%(?![0-9A-Fa-f]{2})/.test(uri);

/** A link that holds a key whose check digit is right. */
const isKeyRight = (link: string): boolean => {
  const elements = elementsOf(link);
  return elements.length > 0 && !elementProblems(elements).some(({ kind }) => kind === 'checkDigit');
};

const judgedCases = (cases: readonly Judged[]): readonly Case[] => [
  ...cases
    .filter(({ identifier, valid }) => identifier.startsWith('urn:') && !(valid && isUnescaped(identifier)))
    .map(({ id, identifier, valid }) => ({
      id: `${id} ${identifier}`,
      passes: () => isEpcUrn(identifier) === valid,
    })),
  ...cases
    .filter(({ context, identifier, valid }) => context !== undefined && !(valid && isUnescaped(identifier)))
    .map(({ id, identifier, valid }) => ({
      id: `${id} ${identifier}`,
      passes: () => isValid(identifier) === valid,
    })),
];

const decoded = (uri: string | undefined): string | undefined =>
  uri === undefined ? undefined : decodeURIComponent(uri);

const toLink = ({ id, in: uri, expect }: Converted): Case => ({
  id: `${id} ${uri}`,
  passes: () => decoded(canonicalLink(uri)) === expect,
});

const toUrn = ({ id, in: link, args: [companyLength = 0], expect }: Converted): Case => ({
  id: `${id} ${link}`,
  passes: () => decoded(epcUrnOf(elementsOf(link), companyLength)) === expect,
});

const isOfKeys = ({ kind }: Converted): boolean => !/Vocabulary|ShortNameReplacer/.test(kind);

const convertedCases = (cases: readonly Converted[]): readonly Case[] => [
  ...cases.filter(({ operation, in: uri }) => operation.startsWith('toURI') && !isBroken(uri)).map(toLink),
  ...cases
    .filter(
      ({ operation, in: link, args }) =>
        operation.startsWith('toURN') && args.length > 0 && !isUnescaped(link) && isKeyRight(link),
    )
    .map(toUrn),
];

export const EPC_JUDGED: ConformanceSet = {
  name: 'epc-identifiers/validator',
  at: 'epc-identifiers/openepcis-validator.json',
  cases: (file) => judgedCases(readJson<{ cases: readonly Judged[] }>(file).cases),
  leftOut: [
    {
      what: 'links judged without their check digits',
      why: 'advisory (SOURCE.txt): a key without its check digit is none (General Specifications 7.9)',
    },
    {
      what: 'right identifiers with unescaped signs',
      why: 'advisory (SOURCE.txt): Tag Data Standard 6.3 and RFC 3986 escape them',
    },
  ],
};

export const EPC_CONVERTED: ConformanceSet = {
  name: 'epc-identifiers/converter',
  at: 'epc-identifiers/openepcis-converter.json',
  cases: (file) => convertedCases(readJson<{ cases: readonly Converted[] }>(file).cases.filter(isOfKeys)),
  leftOut: [
    { what: 'vocabularies, short names', why: 'of CBV, compared in the sets of EPCIS' },
    {
      what: 'toURN without the length of the prefix',
      why: 'GS1 gives out the list of lengths to members alone',
    },
    { what: 'links with unescaped signs', why: 'advisory (SOURCE.txt): RFC 3986 escapes them' },
    {
      what: 'toURN of keys whose check digit is wrong, or of no link',
      why: 'advisory (SOURCE.txt): such keys are none (General Specifications 7.9)',
    },
  ],
};
