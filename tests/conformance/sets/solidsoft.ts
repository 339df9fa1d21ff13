/** Solidsoft's parser of element strings, data identifiers and retail symbols. */
import { retailGtin } from '@yaosu/chaincode/model/code/gs1/gtin';
import { readEnvelope } from '@yaosu/chaincode/model/code/national/envelope';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { filled, quotedIn, type Filled, type Scenario } from './gherkin.js';
import { hasValidValues, isValid, pairsOf, withSeparators } from './scan.js';

interface File {
  readonly cases: readonly Scenario[];
}

/** The vectors write control characters by name. */
const withControls = (text: string): string =>
  text.replaceAll('<GS>', '\u001d').replaceAll('<RS>', '\u001e').replaceAll('<EOT>', '\u0004');

const wantedOf = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map(([ai = '', value = '']) => `${ai}=${value}`);

/** A case that says which elements a text has, which text it equals, or that it is refused. */
const caseOf = ({ id, steps, rows }: Filled, isRefused: boolean): Case => ({
  id,
  passes: () => {
    const text = withSeparators(quotedIn(steps[0]));
    if (isRefused || steps.some((step) => step.includes('exception'))) return !isValid(text);
    if (!hasValidValues(text)) return false;
    const found = pairsOf(text);
    // A table says what the result contains; the columns of some end before the elements do.
    if (rows.length > 0) return wantedOf(rows).every((pair) => found.includes(pair));
    const other = pairsOf(withSeparators(quotedIn(steps.at(-1))));
    return found.length > 0 && found.join('\n') === other.join('\n');
  },
});

/** A case of a retail symbol's digits, or of data identifiers in their envelope. */
const otherCaseOf = ({ id, steps, rows }: Filled): Case => ({
  id,
  passes: () => {
    const text = withControls(quotedIn(steps[0]));
    const found = text.startsWith('[)>')
      ? readEnvelope(text).elements.map(([name, value]) => `${name}=${value}`)
      : [`01=${retailGtin(text) ?? ''}`];
    return wantedOf(rows).every((pair) => found.includes(pair));
  },
});

const isOther = ({ scenario }: Scenario): boolean => /MH10\.8\.2|EAN/.test(scenario);

const casesOf = (scenarios: readonly Scenario[]): readonly Case[] =>
  scenarios.flatMap((each) =>
    filled(each).map((one) => caseOf(one, each.scenario.startsWith('Parse invalid'))),
  );

export const SOLIDSOFT_AI: ConformanceSet = {
  name: 'gs1-ai/solidsoft',
  at: 'gs1-ai/solidsoft-aidc-parser.json',
  cases: (file) => {
    const { cases } = readJson<File>(file);
    return [
      ...casesOf(cases.filter((each) => !isOther(each))),
      ...cases.filter(isOther).flatMap(filled).map(otherCaseOf),
    ];
  },
  leftOut: [],
};
