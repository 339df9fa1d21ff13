/** The public page of a pack: HTML without a script, so that it opens on any phone. */
import type { PackStatus } from '../api/pack-status.js';
import { VERIFY_WORDS, type PageLanguage, type VerifyWords } from './verify-words.js';

/** What the page is about. */
export interface VerifyPage {
  readonly language: PageLanguage;
  readonly gtin: string;
  readonly serial: string;
  readonly status: PackStatus;
  readonly asOfBlock: number;
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:40rem;padding:1rem;color:#1a1b1e;background:#fff}' +
  'h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:1.5rem}dt{color:#555}dd{margin:0 0 .5rem;overflow-wrap:anywhere}' +
  '.stop{border-left:4px solid #c92a2a;padding-left:.75rem;font-weight:600}a{color:#1864ab}';

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => ESCAPES[each] ?? '');

const tag = (name: string, text: string, of = ''): string => `<${name}${of}>${escaped(text)}</${name}>`;
const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => tag('li', item)).join('')}</ul>`;

const facts = (rows: readonly (readonly [string, string | null])[]): string =>
  `<dl>${rows.flatMap(([name, value]) => (value === null ? [] : [tag('dt', name), tag('dd', value)])).join('')}</dl>`;

/** Sentences about the pack; those that say "do not use it" stand out. */
const sentences = (words: VerifyWords, { status, unit, recalls }: PackStatus): string => {
  const said = (text: string, isStop: boolean): string => tag('p', text, isStop ? ' class="stop"' : '');
  if (status !== 'commissioned') return said(words.status[status], status === 'notUsed');
  const warnings = recalls.map(({ class: level, openedAt }) =>
    said(words.recall(level, openedAt.slice(0, 10)), true),
  );
  return [
    ...(warnings.length > 0 ? warnings : [said(words.noRecall, false)]),
    said(words.status[status], false),
    said(words.unit[unit ?? 'untouched'], unit === 'dispensed' || unit === 'decommissioned'),
  ].join('');
};

/** The page. */
export const verifyPage = ({ language, gtin, serial, status, asOfBlock }: VerifyPage): string => {
  const words = VERIFY_WORDS[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `${tag('title', words.title)}<style>${STYLE}</style></head><body>`,
    `<p>药溯 Yaosu · <a href="?lang=${other}" hreflang="${other}">${words.other}</a></p>${tag('h1', words.title)}`,
    tag('h2', words.known),
    sentences(words, status),
    facts([
      [words.gtin, gtin],
      [words.serial, serial],
      [words.issuer, status.issuer],
      [words.usableUntil, status.usableUntil],
      [words.block, String(asOfBlock)],
    ]),
    tag('h2', words.unknown),
    list(status.status === 'notKnown' ? words.doubts : words.limits),
    '</body></html>',
  ].join('');
};
