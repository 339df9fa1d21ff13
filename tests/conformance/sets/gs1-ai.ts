/** GS1's syntax engine and dictionary: element strings, pairings, linters, scan data. */
import { LINTERS, CHARACTERS } from '@yaosu/chaincode/model/code/gs1/linters';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { hasValidValues, isValid, pairings, withSeparators, written } from './scan.js';

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
interface ScanData {
  readonly process: readonly { id: string; valid: boolean; scan: string; expect_data: string | null }[];
}
interface Linters {
  readonly cases: readonly { id: string; linter: string; value: string; valid: boolean }[];
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

const linterCases = ({ cases }: Linters): readonly Case[] =>
  cases.map(({ id, linter, value, valid }) => ({
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
  at: 'gs1-ai',
  cases: (folder) => [
    ...engineCases(readJson<Engine>(folder, 'syntax-engine-ai.json')),
    ...scanCases(readJson<ScanData>(folder, 'syntax-engine-scandata.json')),
  ],
  leftOut: [
    { what: 'syntax-engine-ai.json error_markup (2)', why: 'we name the AI and linter, not the characters' },
    { what: 'syntax-engine-scandata.json generate (19)', why: 'we do not make scan data' },
  ],
};

export const GS1_LINTERS: ConformanceSet = {
  name: 'gs1-ai/linters',
  at: 'gs1-ai/syntax-dictionary-linters.json',
  cases: (file) => linterCases(readJson<Linters>(file)),
  leftOut: [],
};
