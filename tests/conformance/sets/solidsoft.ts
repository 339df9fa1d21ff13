/** Solidsoft's parsers of element strings and Digital Links. */
import { parseScan } from '@yaosu/chaincode/model/code/gs1/parse-scan';
import { linkOf } from '@yaosu/chaincode/model/code/gs1/write-link';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { filled, quotedIn, type Filled, type Scenario } from './gherkin.js';
import { isValid, hasValidValues, pairsOf, withSeparators } from './scan.js';

interface File {
  readonly cases: readonly Scenario[];
}

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

const casesOf = (scenarios: readonly Scenario[]): readonly Case[] =>
  scenarios.flatMap((each) =>
    filled(each).map((one) => caseOf(one, each.scenario.startsWith('Parse invalid'))),
  );

/** A case that says which link is made of an element string. */
const writeCaseOf = ({ id, steps }: Filled): Case => ({
  id,
  passes: () => linkOf(parseScan(withSeparators(quotedIn(steps[0]))).elements) === quotedIn(steps.at(-1)),
});

/** Scenarios that make a plain link at the canonical resolver. */
const isWriting = ({ feature, scenario }: Scenario): boolean =>
  feature === 'Gs1ElementStringsToGs1DigitalLink' && !/short names|URI stem/.test(scenario);

/** Features that read. */
const READS = [
  'ExtractFromGs1DigitalLink',
  'ExtractFromGs1ElementStrings',
  'Gs1DigitalLinkToGs1ElementStrings',
];

export const SOLIDSOFT_AI: ConformanceSet = {
  name: 'gs1-ai/solidsoft',
  at: 'gs1-ai/solidsoft-aidc-parser.json',
  cases: (file) =>
    casesOf(readJson<File>(file).cases.filter(({ scenario }) => !scenario.includes('MH10.8.2'))),
  leftOut: [{ what: 'MH10.8.2 data identifiers', why: 'another syntax than GS1' }],
};

export const SOLIDSOFT_LINK: ConformanceSet = {
  name: 'gs1-digital-link/solidsoft',
  at: 'gs1-digital-link/solidsoft-digital-link.json',
  cases: (file) => {
    const scenarios = readJson<File>(file).cases;
    const reading = scenarios.filter(
      ({ feature, scenario }) =>
        READS.includes(feature) && !/ compressed|partially|without validation/.test(scenario),
    );
    return [...casesOf(reading), ...scenarios.filter(isWriting).flatMap(filled).map(writeCaseOf)];
  },
  leftOut: [
    {
      what: 'links with short names or another stem made of element strings',
      why: 'we write canonical links',
    },
    { what: 'compressed and partially compressed links', why: 'an optional part of the standard' },
    { what: 'extraction without validation', why: 'we have no such mode' },
  ],
};
