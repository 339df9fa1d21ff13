import { describe, expect, test } from '@jest/globals';
import { tableCsv } from '../../lib/table-csv.js';
import { judge } from './judge.js';
import { isGood, type JudgedRow } from './judged-row.js';
import { SUBJECTS, subjectNamed } from './subjects.js';
import type { Subject } from './subject.js';
import type { FileWrong } from './table/file-wrong.js';
import { mapLines } from './table/map-lines.js';
import { readPasted } from './table/read-table.js';

const FIRMS = [
  { enterprise: 'linhe-chemical', name: '临河精细化工有限公司', roles: [], hostMsp: 'SuppliersMSP' },
  { enterprise: 'anhe-pharma', name: '安和制药', roles: [], hostMsp: 'MakersMSP' },
  { enterprise: 'twin-one', name: '双子', roles: [], hostMsp: 'MakersMSP' },
  { enterprise: 'twin-two', name: '双子', roles: [], hostMsp: 'MakersMSP' },
] as never;
const SITE = '6901001000003';
const subject = (name: string): Subject => subjectNamed(name);

const judged = (name: string, rows: readonly (readonly string[])[]): Promise<readonly JudgedRow[]> => {
  const lines = mapLines(readPasted(tableCsv(rows)), subject(name).columns);
  return judge(subject(name), lines, { own: 'qingtai-cdmo', firms: FIRMS });
};
const whyOf = ({ problems }: JudgedRow): readonly string[] =>
  problems.map((problem) => `${problem.column} ${problem.why === 'kind' ? problem.kind : problem.why}`);

const BATCH = subject('Batch.register').columns.map(({ name }) => name);
const GOOD: Readonly<Record<string, string>> = {
  name: 'Chlorpromazine',
  product: 'API-CPZ',
  lot: '0007',
  specification: 'ChP 2025',
  kind: 'api',
  site: SITE,
  manufactured: '2026-11-01',
  usableUntil: '2028-10-31',
  unit: 'KGM',
  storage: 'ambient',
  control: 'none',
  mah: '',
  made: '',
  receivedFrom: '',
};
const batch = (change: Readonly<Record<string, string>> = {}): readonly string[] =>
  BATCH.map((name) => ({ ...GOOD, ...change })[name] ?? '');
const ofBatch = async (change: Readonly<Record<string, string>>): Promise<JudgedRow> =>
  (await judged('Batch.register', [BATCH, batch(change)]))[0]!;

test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['words in English', { kind: 'Active substance (API)', unit: 'kg' }, { kind: 'api', unit: 'KGM' }],
  ['words in Chinese', { storage: '常温 10–30 °C', control: '非特殊管理' }, {}],
  ['a day with slashes', { manufactured: '2026/11/1' }, { manufactured: '2026-11-01' }],
  ['a day in Chinese', { manufactured: '2026年11月1日' }, { manufactured: '2026-11-01' }],
  ['a day as a spreadsheet counts', { manufactured: '46327' }, { manufactured: '2026-11-01' }],
  ['a firm by its name', { mah: '安和制药' }, { mah: 'anhe-pharma' }],
  ['zeros after the point', { made: '12.50', kind: 'excipient' }, { made: '12.5' }],
  ['spaces around', { lot: ' 0007 ' }, { lot: '0007' }],
])('%s: taken', async (_, typed, value) => {
  const row = await ofBatch(typed);
  expect(whyOf(row)).toEqual([]);
  expect(row.row).toMatchObject(value);
});

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ['nothing where something is needed', { lot: '', site: ' ' }, ['lot missing', 'site missing']],
  ['a word that is none of the list', { kind: 'tablet' }, ['kind enum']],
  ['a wrong check digit', { site: '6901001000004' }, ['site gln']],
  ['a day that is not there', { manufactured: '2026-02-30' }, ['manufactured day']],
  ['a day of which nobody knows the month', { usableUntil: '01/02/2028' }, ['usableUntil day']],
  ['a name that two firms have', { mah: '双子' }, ['mah enterprise']],
  ['a text that is too long', { name: 'x'.repeat(121) }, ['name tooLong']],
  ['a text that is far too long', { name: 'x'.repeat(20_000) }, ['name tooLong']],
  ['an exponent for a quantity', { made: '1E5' }, ['made decimal']],
  ['forty digits', { made: '1'.repeat(40) }, ['made decimal']],
  ['a code that a spreadsheet rounded', { product: '6.90123E+12' }, ['product rounded']],
  ['several wrong cells', { kind: '', made: '-1' }, ['kind missing', 'made decimal']],
])('%s: named by column', async (_, typed, why) => {
  expect(whyOf(await ofBatch(typed))).toEqual(why);
});

test('what looks like a formula is refused as it stands, and taken as text with an apostrophe', async () => {
  const lines = (lot: string) => [BATCH.join('\t'), batch({ lot }).join('\t')].join('\n');
  const [raw, guarded] = await Promise.all(
    ['=1+1', "'=1+1"].map(async (lot) => {
      const mapped = mapLines(readPasted(lines(lot)), subject('Batch.register').columns);
      return (await judge(subject('Batch.register'), mapped, { own: 'qingtai-cdmo', firms: FIRMS }))[0]!;
    }),
  );
  expect(whyOf(raw!)).toEqual(['lot formula']);
  expect(whyOf(guarded!)).toEqual([]);
  expect(guarded!.row['lot']).toBe('=1+1');
});

test('the same product and lot twice: the second one names the first', async () => {
  const rows = await judged('Batch.register', [
    BATCH,
    batch(),
    batch({ lot: '8' }),
    batch({ name: 'Other' }),
  ]);
  expect(rows.map(isGood)).toEqual([true, true, false]);
  expect(rows[2]?.problems).toEqual([{ column: 'lot', why: 'duplicate', of: 2 }]);
});

test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  [
    'Enterprise.approveSupplier',
    ['supplier', 'site', 'material', 'standing', 'nextAudit', 'qualityAgreement'],
    ['linhe-chemical', SITE, 'RM-0815', 'Approved', '2027-10-01', 'QA-2026-11'],
    ['nobody', '1', '', 'perhaps', 'soon', ''],
  ],
  [
    'Enterprise.addLicence',
    ['enterprise', 'number', 'kind', 'scope', 'sites', 'notBefore', 'notAfter', 'issuedBy', 'evidence'],
    [
      '临河精细化工有限公司',
      'DJ-7',
      'gmpInspection',
      'api|bulk',
      SITE,
      '2026-01-01',
      '2030-01-01',
      'NMPA',
      'Seen',
    ],
    ['?', '', 'none', 'a~b', '12', '1', '2', '', ''],
  ],
  ['Document.publish', ['kind', 'batch', 'text'], ['Certificate', '', 'Passed.'], ['poem', 'x', '']],
  [
    'Code.reserve',
    ['gtin', 'scheme', 'count', 'firstBlock'],
    ['06901004000215', '15 digits', '1000', ''],
    ['06901004000216', 'letters', '1.5', '-1'],
  ],
])('%s: a good row is good, and every cell of a bad one is named', async (name, header, good, bad) => {
  const [first, second] = await judged(name, [header, good, bad]);
  expect(whyOf(first!)).toEqual([]);
  const wrong = second!.problems.map(({ column }) => column);
  expect([...wrong].sort()).toEqual([...header].sort());
});

describe('headers', () => {
  const faultOf = (header: readonly string[], ...rows: readonly (readonly string[])[]): unknown => {
    try {
      return mapLines(readPasted(tableCsv([header, ...rows])), subject('Document.publish').columns).map(
        ({ cells }) => cells,
      );
    } catch (error) {
      return { fault: (error as FileWrong).fault, ...(error as FileWrong).details };
    }
  };
  const ROW = ['photo', '', 'Door.'];
  const TAKEN = [{ kind: 'photo', batch: '', text: 'Door.' }];

  test.each<readonly [string, readonly string[], readonly (readonly string[])[]]>([
    ['technical names', ['kind', 'batch', 'text'], [ROW]],
    ['English', ['Kind', 'BATCH', 'Text'], [ROW]],
    ['Chinese', ['类别', '批次', '正文'], [ROW]],
    ['both, one below the other', ['Kind', 'Batch', 'Text'], [['kind', 'batch', 'text'], ROW]],
    [
      'the column of errors',
      ['Kind', 'Batch', 'Text', 'Error'],
      [
        ['kind', 'batch', 'text', 'problem'],
        [...ROW, 'was wrong'],
      ],
    ],
  ])('in %s', (_, header, rows) => {
    expect(faultOf(header, ...rows)).toEqual(TAKEN);
  });

  test.each<readonly [string, readonly string[], readonly (readonly string[])[], object]>([
    ['no header', ROW, [ROW], { fault: 'noHeader' }],
    ['another column', ['kind', 'text', 'price'], [ROW], { fault: 'unknownColumns', columns: 'price' }],
    ['a column twice', ['kind', 'text', 'Kind'], [ROW], { fault: 'twice', columns: 'kind' }],
    ['a column less', ['kind', 'batch'], [ROW], { fault: 'missingColumns', columns: 'text' }],
    ['a cell too many', ['kind', 'batch', 'text'], [[...ROW, 'more']], { fault: 'ragged', line: 2 }],
    ['no rows', ['kind', 'batch', 'text'], [], { fault: 'empty' }],
  ])('%s: refused', (_, header, rows, fault) => {
    expect(faultOf(header, ...rows)).toEqual(fault);
  });
});

test('no two columns of a subject have the same name', () => {
  for (const { act, columns } of SUBJECTS) {
    const names = columns.map(({ name }) => name);
    expect([act.name, new Set(names).size]).toEqual([act.name, names.length]);
  }
});
