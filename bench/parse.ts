/** How long codes take to read, at n and at 2n: a parser that is not linear cannot hide, nor one that is slow. */
import { elementProblems } from '@yaosu/chaincode/model/code/gs1/check-elements';
import { readCompressedLink } from '@yaosu/chaincode/model/code/gs1/compressed-link';
import { readBracketed, readElementString } from '@yaosu/chaincode/model/code/gs1/element-string';
import { readEpcUrn } from '@yaosu/chaincode/model/code/gs1/epc-urn';
import { readScan } from '@yaosu/chaincode/model/code/gs1/symbologies';
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';
import { median } from './harness/measure.js';
import { figureOf, type Figure, type Report } from './harness/report.js';

const MB = 1_000_000;
const ROUNDS = 15;
/** Rounds that are not counted: the parser is compiled meanwhile. */
const WARM_UP = 5;
const MAX_MS_PER_MB = 50;
/** Twice the text may take so many times as long: linear, and the noise of a machine that others use. */
const MAX_RATIO = 3;
/** Below this a time is the clock's grain. */
const FAST_MS = 0.5;
const GS = '\u001d';

const repeated = (part: string, size: number): string =>
  part.repeat(Math.ceil(size / part.length)).slice(0, size);

interface Parser {
  readonly name: string;
  /** A text of a size. */
  readonly text: (size: number) => string;
  readonly parse: (text: string) => unknown;
}

const checked = (text: string): unknown => {
  const { elements } = readScan(text);
  return elementProblems(elements);
};

const PARSERS: readonly Parser[] = [
  {
    name: 'element string, one',
    text: (size) => repeated(`01069012340000091728113010A1${GS}21S-77${GS}`, size),
    parse: checked,
  },
  { name: 'element string without separators', text: (size) => repeated('21S-7710A1', size), parse: checked },
  {
    name: 'bracketed text',
    text: (size) => repeated('(01)06901234000009(17)281130(10)A1(21)S-77', size),
    parse: checked,
  },
  { name: 'brackets that never close', text: (size) => repeated('(01', size), parse: readBracketed },
  {
    name: 'link of many parts',
    text: (size) => `https://id.gs1.org/${repeated('01/06901234000009/', size)}`,
    parse: checked,
  },
  {
    name: 'link of many pairs',
    text: (size) => `https://id.gs1.org/01/06901234000009?${repeated('17=281130&', size)}`,
    parse: checked,
  },
  {
    name: 'link of escapes',
    text: (size) => `https://id.gs1.org/01/06901234000009/21/${repeated('%41', size)}`,
    parse: checked,
  },
  {
    name: 'compressed link',
    text: (size) => `https://id.gs1.org/${repeated('AQnYUc1gmiCNV4JG', size)}`,
    parse: readCompressedLink,
  },
  {
    name: 'EPC URI',
    text: (size) => `urn:epc:id:sgtin:0614141.812345.${repeated('6789.', size)}`,
    parse: readEpcUrn,
  },
  {
    name: 'scan without end, explained',
    text: (size) => repeated(`]d2010690${GS}`, size),
    parse: explainScan,
  },
  {
    name: 'long digits, read',
    text: (size) => repeated('3103000123', size),
    parse: readElementString,
  },
];

/** Milliseconds of the processor: a machine that others use makes the clock lie. */
const timeOf = (parse: Parser['parse'], text: string): number => {
  const before = process.cpuUsage();
  parse(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

const figuresOf = ({ name, text, parse }: Parser): readonly Figure[] => {
  const whole = text(MB);
  const half = text(MB / 2);
  const times: number[] = [];
  const halves: number[] = [];
  for (let round = 0; round < WARM_UP; round += 1) timeOf(parse, half);
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(timeOf(parse, whole));
    halves.push(timeOf(parse, half));
  }
  return [
    figureOf(`${name}: 1 MB`, 'ms of CPU', times, { atMost: MAX_MS_PER_MB }),
    {
      name: `${name}: 1 MB to 0.5 MB`,
      value: median(times) / Math.max(median(halves), FAST_MS),
      unit: 'times',
      atMost: MAX_RATIO,
    },
  ];
};

/** Scans as they come, sound and damaged. */
const SCANS = [
  `]d201069012340000091728113010A1${GS}21S-77`,
  ']d201069012340000091728113010A1^]21S-77',
  '01069012340000091728113010A121S-77',
  '+d201069012340000091728113010A1&+21Sß77',
  'https://id.gs1.org/01/06901234000009/10/A1/21/S-77?17=281130',
  '83857930000879766660',
];

const REPEATS = 200;
const repeat = (run: () => unknown): void => {
  for (let i = 0; i < REPEATS; i += 1) run();
};

/** Reading codes. */
export const parse = (): Promise<Report> => {
  const perScan = SCANS.map((scan) => timeOf(() => repeat(() => explainScan(scan)), scan) / REPEATS);
  return Promise.resolve({
    figures: [
      ...PARSERS.flatMap(figuresOf),
      figureOf('one scan, explained', 'ms of CPU', perScan, { atMost: 10 }),
    ],
    bounds: 'one pass over the text, a look-up of each AI, one regular expression a value',
  });
};
