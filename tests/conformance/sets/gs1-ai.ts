/** GS1's syntax engine and dictionary: element strings, pairings, linters, scan data. */
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { LINTERS, CHARACTERS } from '@yaosu/chaincode/model/code/gs1/linters';
import { scanOf, type SymbologyIdentifier } from '@yaosu/chaincode/model/code/gs1/symbologies';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { elementsOf, hasValidValues, isValid, pairings, withSeparators, written } from './scan.js';

interface Engine {
  readonly parse_bracketed: readonly {
    id: string;
    bracketed: string;
    expect_elementString: string | null;
  }[];
  readonly process_elementString: readonly { id: string; valid: boolean; elementString: string }[];
  readonly validate_associations: readonly { id: string; valid: boolean; rule: string; bracketed: string }[];
  readonly linter_errors: readonly { id: string; bracketed: string; expect_error: string | null }[];
}
interface Generated {
  readonly id: string;
  readonly symbology: string;
  readonly data: string;
  readonly expect_scan: string | null;
  readonly options?: { readonly AddCheckDigit?: boolean };
}
interface ScanData {
  readonly generate: readonly Generated[];
  readonly process: readonly { id: string; valid: boolean; scan: string; expect_data: string | null }[];
}
interface Linted {
  readonly id: string;
  readonly linter: string;
  readonly value: string;
  readonly valid: boolean;
  readonly error?: string;
  /** The value with stars round what the linter complains of. */
  readonly markup?: string;
}
interface Linters {
  readonly cases: readonly Linted[];
}

/** Rule of the engine → the kind of our problem. */
const KINDS: Readonly<Record<string, string>> = {
  validateAIrepeats: 'repeat',
  validateAImutex: 'excluded',
  validateAIrequisites: 'missing',
  validateDigSigRequiresSerialisedKey: 'missing',
};

/** Character sets are checked by the type of a component, not by a linter. */
const SETS: Readonly<Record<string, string>> = { csetnumeric: 'N', cset82: 'X', cset39: 'Y', cset64: 'Z' };

const engineCases = (engine: Engine): readonly Case[] => [
  ...engine.parse_bracketed.map(({ id, bracketed, expect_elementString }) => ({
    id,
    passes: () =>
      expect_elementString === null
        ? !hasValidValues(bracketed)
        : hasValidValues(bracketed) && written(bracketed) === expect_elementString,
  })),
  ...engine.process_elementString.map(({ id, valid, elementString }) => ({
    id,
    passes: () => hasValidValues(withSeparators(elementString)) === valid,
  })),
  ...engine.validate_associations.map(({ id, valid, rule, bracketed }) => ({
    id,
    passes: () => {
      const found = pairings(bracketed);
      return valid ? found.length === 0 : found.includes(KINDS[rule] ?? '');
    },
  })),
  ...engine.linter_errors.map(({ id, bracketed, expect_error }) => ({
    id,
    passes: () => hasValidValues(bracketed) === (expect_error === null),
  })),
];

const isGs1Data = (data: string): boolean => data.includes('^') || /^(?:https?|HTTPS?):/.test(data);

const isPlain = (data: string): boolean => data.startsWith('\\') || !isGs1Data(data);

const scanCases = ({ process }: ScanData): readonly Case[] =>
  process.map(({ id, valid, scan, expect_data }) => ({
    id,
    passes: () => {
      if (expect_data === null || isPlain(expect_data))
        return !isValid(scan) && (expect_data === null) === !valid;
      if (/^https?:/i.test(expect_data)) return isValid(scan);
      const [gtin = '', composite] = expect_data.split('|');
      const wanted =
        composite === undefined ? expect_data : `^01${gtin.padStart(14, '0')}${composite.slice(1)}`;
      return hasValidValues(scan) && written(scan) === wanted;
    },
  }));

/** The test harness of the linters simulates a look-up of company prefixes that is down, or knows none. */
const isSimulatedLookUp = ({ error = '', markup = '' }: Linted): boolean =>
  error === 'GS1_LINTER_GCP_DATASOURCE_OFFLINE' ||
  (error === 'GS1_LINTER_INVALID_GCP_PREFIX' && /\*\d{4,}\*/.test(markup));

/** Symbology of the engine → its identifier for GS1 data. */
const IDENTIFIERS: Readonly<Record<string, SymbologyIdentifier>> = {
  QR: ']Q3',
  DM: ']d2',
  DotCode: ']J1',
  DataBarExpanded: ']e0',
  DataBarOmni: ']e0',
  GS1_128_CCA: ']C1',
  UPCA: ']E0',
  UPCE: ']E0',
  EAN13: ']E0',
  EAN8: ']E4',
};
const isRetail = (symbology: string): boolean => /^(?:UPC|EAN)/.test(symbology);

/** Cases that hold GS1 data, or should and do not. */
const isGenerated = ({ symbology, data, options }: Generated): boolean =>
  options === undefined &&
  IDENTIFIERS[symbology] !== undefined &&
  !data.endsWith('^') &&
  (data.startsWith('^') || isRetail(symbology) || symbology === 'GS1_128_CCA');

const madeScan = ({ symbology, data }: Generated): string | undefined => {
  const [main = '', composite = ''] = data.split('|');
  const gtin = isRetail(symbology) ? main.replace('^01', '').padStart(14, '0') : '';
  const own = gtin === '' ? elementsOf(withSeparators(main)) : [['01', gtin] as const];
  const elements = [...own, ...(composite === '' ? [] : elementsOf(withSeparators(composite)))];
  const isRight = elements.length > 0 && elementProblems(elements).every(({ kind }) => kind === 'missing');
  return isRight ? scanOf(IDENTIFIERS[symbology] ?? ']d1', elements) : undefined;
};

const generatedCases = ({ generate }: ScanData): readonly Case[] =>
  generate.filter(isGenerated).map((each) => ({
    id: each.id,
    passes: () => (madeScan(each) ?? null) === each.expect_scan,
  }));

const linterCases = ({ cases }: Linters): readonly Case[] =>
  cases
    .filter((each) => !isSimulatedLookUp(each))
    .map(({ id, linter, value, valid }) => ({
      id,
      passes: () => {
        const set = CHARACTERS[SETS[linter] ?? ''];
        const check = set === undefined ? LINTERS[linter] : (text: string) => text === '' || set.test(text);
        if (check === undefined) throw new Error('no such linter');
        return check(value) === valid;
      },
    }));

export const GS1_AI: ConformanceSet = {
  name: 'gs1-ai/syntax-engine',
  at: 'gs1-ai/syntax-engine-ai.json',
  cases: (file) => engineCases(readJson<Engine>(file)),
  leftOut: [{ what: 'error_markup (2)', why: 'we name the AI and linter, not the characters' }],
};

export const GS1_SCAN_DATA: ConformanceSet = {
  name: 'gs1-ai/scan-data',
  at: 'gs1-ai/syntax-engine-scandata.json',
  cases: (file) => {
    const data = readJson<ScanData>(file);
    return [...scanCases(data), ...generatedCases(data)];
  },
  leftOut: [
    { what: 'text in symbols that are not GS1', why: 'sent as it stands; we make scans of elements alone' },
    { what: 'AddCheckDigit', why: 'a switch of the engine; our codes have their check digit' },
    {
      what: 'a separator at the end',
      why: 'none follows the last element (General Specifications 7.8); we send none',
    },
    { what: 'DataBar Limited', why: 'what a symbol has room for is its printer’s' },
  ],
};

export const GS1_LINTERS: ConformanceSet = {
  name: 'gs1-ai/linters',
  at: 'gs1-ai/syntax-dictionary-linters.json',
  cases: (file) => linterCases(readJson<Linters>(file)),
  leftOut: [
    {
      what: 'gcppos1, gcppos2 and coupon cases of a simulated look-up (5)',
      why: 'the same digits are right elsewhere in the set: the harness answers for GEPIR, the standard does not',
    },
  ],
};
