/** Solidsoft's Digital Links of edition 1.1: read, written, compressed and decompressed. */
import {
  compressedLink,
  compressedLinkOf,
  decompressedLink,
  readCompressedLink,
} from '@yaosu/chaincode/model/code/gs1/compressed-link';
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { isLink, type LinkEdition } from '@yaosu/chaincode/model/code/gs1/digital-link';
import type { Read } from '@yaosu/chaincode/model/code/gs1/problems';
import { readScan } from '@yaosu/chaincode/model/code/gs1/symbologies';
import { linkOf, type LinkStyle } from '@yaosu/chaincode/model/code/gs1/write-link';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { filled, quotedIn, type Filled, type Scenario } from './gherkin.js';
import { withSeparators } from './scan.js';

interface File {
  readonly cases: readonly Scenario[];
}

const EDITION: LinkEdition = '1.1';
const PAIRINGS: readonly string[] = ['repeat', 'excluded', 'missing'];
/** The stem of the scenarios that name none. */
const STEM = 'https://dlr.trvst4hp.org';

const read = (text: string): Read => {
  const plain = readScan(text, EDITION);
  return isLink(text) && plain.elements.length === 0 ? readCompressedLink(text, EDITION) : plain;
};

const isRead = (text: string): boolean => {
  const { elements, problems } = read(text);
  const all = [...problems, ...elementProblems(elements)];
  return elements.length > 0 && all.every(({ kind }) => PAIRINGS.includes(kind));
};

const pairsOf = (text: string): readonly string[] =>
  read(text)
    .elements.map(([ai, value]) => `${ai}=${value}`)
    .sort();

const whenOf = ({ steps }: Filled): string => steps.filter((step) => step.startsWith('When')).join(' ');

const styleOf = (when: string): LinkStyle => {
  const [, stem] = /URI stem set to (\S+)/.exec(when) ?? [];
  return {
    ...(/with a URI stem|and a URI stem/.test(when) ? { stem: stem ?? STEM } : {}),
    edition: EDITION,
    spelling: /short (?:text|names)/.test(when) ? 'names' : 'ais',
  };
};

/** The link that a scenario makes. */
const madeOf = (when: string, text: string): string | undefined => {
  const style = styleOf(when);
  if (when.includes('decompress the')) return decompressedLink(text, EDITION, style);
  const isPartly = when.includes('partially');
  if (isLink(text)) return compressedLink(text, isPartly, EDITION, style);
  if (!isRead(text)) return undefined;
  const { elements } = read(text);
  return when.includes('compressed') ? compressedLinkOf(elements, isPartly, style) : linkOf(elements, style);
};

const passes = (one: Filled): boolean => {
  const { steps, rows } = one;
  const text = withSeparators(quotedIn(steps[0]));
  const when = whenOf(one);
  const isMaking = / Digital Link(?! to an element| URI)/.test(when) && !/convert|extract/.test(when);
  const last = quotedIn(steps.at(-1));
  if (steps.some((step) => step.includes('exception'))) {
    return isMaking ? madeOf(when, text) === undefined : !isRead(text);
  }
  if (isMaking) return madeOf(when, text) === last;
  const wanted = rows.map(([ai = '', value = '']) => `${ai}=${value}`);
  // A table says what the result contains; the columns of some end before the elements do.
  if (wanted.length > 0) return isRead(text) && wanted.every((pair) => pairsOf(text).includes(pair));
  return isRead(text) && pairsOf(text).join('\n') === pairsOf(withSeparators(last)).join('\n');
};

/** Values that break a rule of the General Specifications although a scenario holds them to be right. */
const isWrong = ({ steps, rows }: Filled): boolean =>
  [...steps, ...rows.flat()].some((text) => text.includes('054123450000130201'));

const caseOf = (one: Filled): Case => ({
  id: `${one.id} ${quotedIn(one.steps[0])}`,
  passes: () => passes(one),
});

const LEFT_OUT_FEATURE = 'AdditionalUriContent';

export const SOLIDSOFT_LINK: ConformanceSet = {
  name: 'gs1-digital-link/solidsoft',
  at: 'gs1-digital-link/solidsoft-digital-link.json',
  cases: (file) =>
    readJson<File>(file)
      .cases.filter(
        ({ feature, scenario }) => feature !== LEFT_OUT_FEATURE && !scenario.includes('without validation'),
      )
      .flatMap(filled)
      .filter((one) => !isWrong(one))
      .map(caseOf),
  leftOut: [
    { what: LEFT_OUT_FEATURE, why: 'keys of others, compressed or not, and a structure of its own' },
    { what: 'extraction without validation', why: 'we have no such mode' },
    {
      what: 'ITIP 054123450000130201',
      why: 'piece 02 of a total of 01 (General Specifications, AI 8006: the piece number does not exceed the total)',
    },
  ],
};
