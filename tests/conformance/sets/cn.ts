/** Chinese identifiers: legal entities, drugs, waste, discharge permits, and the industrial-internet system. */
import { isBaseCode } from '@yaosu/chaincode/model/code/national/base-code';
import { isDischargePermit } from '@yaosu/chaincode/model/code/national/discharge-permit';
import { readHandle } from '@yaosu/chaincode/model/code/national/handle';
import { isManifestNumber } from '@yaosu/chaincode/model/code/national/manifest-number';
import { isUscc } from '@yaosu/chaincode/model/code/national/uscc';
import { whatIs } from '@yaosu/chaincode/model/code/what-is';
import { categoryOf, isWasteCode, scopeNames } from '@yaosu/chaincode/model/waste/waste-code';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';

interface Given {
  readonly input: string;
  readonly expect: string;
  readonly prefix?: string;
  readonly suffix?: string;
}
type Groups = Readonly<Record<string, { readonly cases: readonly Given[] } | undefined>>;

/** Group of the file → whether a text is such a code. */
const CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  uscc_GB32100: isUscc,
  drug_base_code_14: isBaseCode,
  drug_trace_code_20: (text) => ['traceCode', 'pack'].includes(whatIs(text)),
  manifest_number_14: isManifestNumber,
  permit_code_HJ608: isDischargePermit,
};

/** A case that the file calls advisory says nothing. */
const isDecided = ({ expect }: Given): boolean => expect !== 'advisory';

const isExpected = ({ expect }: Given): boolean => /^(?:valid|accept)/.test(expect);

const identifierCases = (groups: Groups): readonly Case[] =>
  Object.entries(CHECKS).flatMap(([group, check]) =>
    (groups[group]?.cases ?? []).filter(isDecided).map((each) => ({
      id: `${group} ${each.input}`,
      passes: () => check(each.input) === isExpected(each),
    })),
  );

interface Waste {
  readonly format: readonly Given[];
  readonly category_vs_code: readonly { category: string; code: string; expect: string }[];
  readonly licence_matching: readonly { licence_scope: readonly string[]; waste: string; expect: string }[];
}

const wasteCases = ({ format, category_vs_code, licence_matching }: Waste): readonly Case[] => [
  ...format.map((each) => ({
    id: `format ${each.input}`,
    passes: () => isWasteCode(each.input) === isExpected(each),
  })),
  ...category_vs_code.map(({ category, code, expect }) => ({
    id: `${category} ${code}`,
    passes: () => (categoryOf(code) === category) === (expect === 'accept'),
  })),
  ...licence_matching.map(({ licence_scope, waste, expect }) => ({
    id: `${licence_scope.join(' ')} ${waste}`,
    passes: () => scopeNames(licence_scope, waste) === (expect === 'accept'),
  })),
];

const handleCases = ({ syntax }: { readonly syntax: readonly Given[] }): readonly Case[] =>
  syntax.map((each) => ({
    id: each.input.slice(0, 60),
    passes: () => {
      const handle = readHandle(each.input);
      if (!isExpected(each)) return handle === undefined;
      return handle?.prefix === each.prefix && handle?.suffix === each.suffix;
    },
  }));

export const CN_IDENTIFIERS: ConformanceSet = {
  name: 'cn/identifiers',
  at: 'cn/identifier-cases.json',
  cases: (file) => identifierCases(readJson<Groups>(file)),
  leftOut: [{ what: 'advisory cases', why: 'the rule does not say (SOURCE.txt)' }],
};

export const CN_WASTE: ConformanceSet = {
  name: 'cn/waste-codes',
  at: 'cn/hw-code-cases.json',
  cases: (file) => wasteCases(readJson<Waste>(file)),
  leftOut: [],
};

export const CN_HANDLES: ConformanceSet = {
  name: 'cn/handles',
  at: 'cn/handle/handle-cases.json',
  cases: (file) => handleCases(readJson<{ syntax: readonly Given[] }>(file)),
  leftOut: [{ what: 'operations (9), examples (87)', why: 'run as cn/enterprise-node' }],
};
