/** A corpus of damaged scans, made by rules: none may be taken for another lot, serial number or product. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { elementString, humanReadable } from '../gs1/element-string.js';
import type { Element } from '../gs1/problems.js';
import { linkOf } from '../gs1/write-link.js';
import { explainScan } from './explain-scan.js';

const GS = '\u001d';
const GTINS = ['06901234000009', '08902805500056', '04772985431594', '15060917510018'];
const LOTS = ['A1', 'B21-07', '240215', 'DL13010B', 'L/17-A', 'x10y', '17280101', 'AH26-0090100007'];
const SERIALS = ['S-77', '7HK2', 'D6222N9424', '1049632047156', 'yCH*4h1Ab', '21', '10A', 'QX7M2K9PZ4RT'];

/** Packs: each lot and each serial number once at the least, in the orders that lines print. */
const PACKS: readonly (readonly Element[])[] = LOTS.flatMap((lot, i) => {
  const gtin = ['01', GTINS[i % GTINS.length]!] as const;
  const serial = ['21', SERIALS[i]!] as const;
  const expiry = ['17', `2${String(i % 10)}1130`] as const;
  return [
    [gtin, expiry, ['10', lot] as const, serial],
    [gtin, serial, ['10', lot] as const, expiry],
    [gtin, ['10', lot] as const, serial],
  ];
});

const US = '`-=[]\\;\'/qwertyuiopasdfghjklzxcvbnm~_+{}|:"<>?QWERTYUIOPASDFGHJKLZXCVBNM!@#$%^&*()1234567890,.';
const GERMAN =
  '^ß´ü+#öä-qwertzuiopasdfghjklyxcvbnm°?`Ü*\'ÖÄ;:_QWERTZUIOPASDFGHJKLYXCVBNM!"§$%&/(=)1234567890,.';
const FRENCH =
  '²)=^$*mù!azertyuiopqsdfghjklwxcvbn,~°+¨£µM%?.§AZERTYUIOPQSDFGHJKLWXCVBN?1234567890&é"\'(-è_çà;:';
const typedOn = (layout: string) => (text: string) =>
  Array.from(text, (each) => (US.includes(each) ? layout.charAt(US.indexOf(each)) : each)).join('');
const capsLocked = (text: string): string =>
  text.replace(/[a-z]/gi, (each) => (each < 'a' ? each.toLowerCase() : each.toUpperCase()));
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
const withoutOne = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\u001d/g), ({ index }) => text.slice(0, index) + text.slice(index + 1));
const OTHER = `]d201${GTINS[1]!}1728113010ZZ9${GS}21OTHER`;

/** What a rule does to a scan with its identifier, to its human readable text, or to its link. */
type Rule = (scan: string, readable: string, link: string) => readonly string[];
const RULES: Readonly<Record<string, Rule>> = {
  'separators lost': (scan) => [scan.replaceAll(GS, ''), scan.slice(3).replaceAll(GS, '')],
  'one separator lost': (scan) => [...withoutOne(scan), ...withoutOne(scan.slice(3))],
  'separators spelt': (scan) =>
    ['^]', '␝', '{GS}', '[GS]', '<GS>', '\\x1d', '\\u001d', '%1D', '|', '~', '\t', ' ', '\u001e'].flatMap(
      (gs) => [scan.replaceAll(GS, gs), scan.slice(3).replaceAll(GS, gs)],
    ),
  'line ends and spaces': (scan, readable) => [
    `${scan}\r\n`,
    `  ${scan}\n`,
    `\ufeff${scan}`,
    ` ${readable}\t`,
    readable.replace(/\)/g, ') '),
    readable.replace(/(?!^)\(/g, ' ('),
  ],
  'full-width signs': (scan, readable) => [fullWidth(scan), fullWidth(readable), fullWidth(scan.slice(3))],
  'other keyboards': (scan) => {
    const spelt = [scan, scan.replaceAll(GS, '^]'), scan.replaceAll(GS, '')];
    return [typedOn(GERMAN), typedOn(FRENCH), capsLocked].flatMap((type) => spelt.map(type));
  },
  'symbols that are not GS1': (scan, readable) =>
    [']d1', ']Q1', ']C0', ']A0', ']L2'].flatMap((id) => [`${id}${scan.slice(3)}`, `${id}${readable}`]),
  'twice the same': (scan, readable) => [
    scan + scan,
    `${scan}\r${scan}`,
    `${scan}\n${scan}\n`,
    readable + readable,
  ],
  'two packs': (scan) => [scan + OTHER, `${scan}\r\n${OTHER}`, scan + OTHER.slice(3), OTHER + scan],
  'pack and retail symbol': (scan) => [`${scan}\r]E0${scan.slice(6, 19)}`, `]E06901234000016\r${scan}`],
  'cut off': (scan, readable, link) => [
    ...[1, 3, 5, 12, 18].map((at) => scan.slice(0, at)),
    readable.slice(0, 15),
    link.slice(0, 32),
  ],
  'a digit of the product changed': (scan, readable) =>
    [5, 9, 14, 18].flatMap((at) => {
      const wrong = (text: string, i: number) =>
        text.slice(0, i) + String((Number(text.charAt(i)) + 3) % 10) + text.slice(i + 1);
      return [wrong(scan, at), wrong(readable, at - 1)];
    }),
  'a day that is none': (scan, readable) =>
    [scan.replace(/(?<=17\d\d)1130/, '1131'), readable.replace(/(?<=\(17\)\d\d)1130/, '0230')].filter(
      (text) => text !== scan && text !== readable,
    ),
  'signs of no set': (scan, readable) =>
    ['é', '批', '\u0000', '#', '@'].flatMap((sign) => [
      scan + sign,
      readable + sign,
      scan.slice(0, 21) + sign + scan.slice(21),
    ]),
  'other brackets': (_, readable) => [
    readable.replace(/\(/g, '[').replace(/\)/g, ']'),
    readable.replace(/\(/g, '{').replace(/\)/g, '}'),
    readable.replace(/\(/g, '（').replace(/\)/g, '）'),
    readable.replace(/\)/g, ''),
    readable.replace('(10)', '10)'),
  ],
  'links in disorder': (_, readable, link) => [
    link.replace('https://', ''),
    link.replace('https', 'HtTpS'),
    link.replace('/10/', '/lot/'),
    link.replace('/21/', '/ser/'),
    link.replace(/\/10\/([^/]+)\/21\/([^/?]+)/, '/21/$2/10/$1'),
    link.replace('/10/', '?10='),
    `${link}&10=OTHER`,
    link.replace(/\/21\/.*/, '/21/%zz'),
    link.replace('/01/', '/02/'),
    `${link}${readable}`,
  ],
};

const corpus = Object.entries(RULES).flatMap(([rule, damage]) =>
  PACKS.flatMap((pack) => {
    const scan = `]d2${elementString(pack)}`;
    const whole = [scan, humanReadable(pack), linkOf(pack) ?? ''];
    return damage(scan, humanReadable(pack), linkOf(pack) ?? '')
      .filter((text) => !whole.includes(text) && text !== scan.slice(3))
      .map((text) => ({ rule, text, pack }));
  }),
);

const sameAs = (elements: readonly Element[], pack: readonly Element[]): boolean =>
  JSON.stringify([...new Map(elements)].sort()) === JSON.stringify([...new Map(pack)].sort());

describe('the corpus of damaged scans', () => {
  test('is large enough', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(500);
  });

  test.each(Object.keys(RULES))('%s: nothing is taken for something else', (rule) => {
    const wrong = corpus
      .filter((each) => each.rule === rule)
      .map(({ text, pack }) => ({ text, pack, scan: explainScan(text) }))
      .filter(({ scan, pack }) => scan.isUsable && !sameAs(scan.elements, pack));
    expect(wrong.map(({ text, scan }) => [text, humanReadable(scan.elements)])).toEqual([]);
  });

  test.each(['line ends and spaces', 'full-width signs', 'symbols that are not GS1', 'twice the same'])(
    '%s: there is one reading, and it is taken',
    (rule) => {
      const refused = corpus.filter((each) => each.rule === rule && !explainScan(each.text).isUsable);
      expect(refused.map(({ text }) => text)).toEqual([]);
    },
  );

  test('a separator that was spelt is put back, unless a value could hold the signs', () => {
    const spelt = corpus.filter(({ rule }) => rule === 'separators spelt');
    const read = spelt.filter(({ text }) => explainScan(text).isUsable);
    expect(read.length / spelt.length).toBeGreaterThan(0.9);
  });

  test('whatever is refused says why', () => {
    const silent = corpus.filter(({ text }) => {
      const { isUsable, problems } = explainScan(text);
      return !isUsable && problems.length === 0;
    });
    expect(silent).toEqual([]);
  });

  test('whatever was changed is marked', () => {
    const unmarked = corpus.filter(({ text, rule }) => {
      const { isUsable, problems } = explainScan(text);
      const isRead = rule === 'links in disorder' || rule.startsWith('one sep');
      return isUsable && !isRead && !problems.some(({ isRepaired }) => isRepaired);
    });
    expect(unmarked.map(({ rule, text }) => [rule, text])).toEqual([]);
  });
});

test('no text makes it throw, and none is both refused and without a reason', () => {
  const scans = fc.oneof(
    fc.string(),
    fc
      .constantFrom(...PACKS)
      .chain((pack) => fc.string().map((noise) => `]d2${elementString(pack)}${noise}`)),
    fc.stringMatching(/^\]d2[0-9A-Z\u001d]{0,60}$/),
  );
  fc.assert(
    fc.property(scans, (text) => {
      const { isUsable, problems } = explainScan(text);
      expect(isUsable || problems.length > 0).toBe(true);
    }),
  );
});

describe('codes without damage', () => {
  test.each(PACKS.map((pack) => [humanReadable(pack), pack] as const))('%s', (readable, pack) => {
    for (const text of [`]d2${elementString(pack)}`, elementString(pack), readable, linkOf(pack) ?? '']) {
      expect(explainScan(text)).toMatchObject({ what: 'pack', problems: [], isUsable: true });
      expect(sameAs(explainScan(text).elements, pack)).toBe(true);
    }
  });
});
