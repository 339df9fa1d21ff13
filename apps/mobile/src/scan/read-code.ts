/** What a scanned text is: a pack, a case or pallet, another phone's hand-over code, or something else. */
import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';
import { foreignHash, packHash, ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { parseElements } from '@yaosu/chaincode/model/code/gs1/parse-elements';
import { HAND_OVER_PREFIX } from '../hand-over/messages.js';

/** Why a code is not what it should be. */
export type Problem = 'empty' | 'checkDigit' | 'unknownAi' | 'expired';

/** A code as it was read. */
export interface ReadCode {
  readonly kind: 'pack' | 'container' | 'handOver' | 'foreign';
  /** SHA-256 of the canonical code, by which the ledger knows it. */
  readonly hash: string;
  /** AI → value. */
  readonly elements: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly text: string;
}

const DIGIT_CHECKED = ['00', '01', '02'];

const hasWrongDigit = (elements: Readonly<Record<string, string>>): boolean =>
  DIGIT_CHECKED.some((ai) => {
    const value = elements[ai];
    return value !== undefined && value.at(-1) !== gs1CheckDigit(value.slice(0, -1));
  });

/** YYMMDD is before a day; day 00 stands for the last of its month. */
const isExpired = (yymmdd: string | undefined, today: string): boolean => {
  if (yymmdd === undefined) return false;
  const day = yymmdd.endsWith('00') ? `${yymmdd.slice(0, 4)}31` : yymmdd;
  return day < today.slice(2).replaceAll('-', '');
};

/** Reads a text as a scanner, a camera or a thumb gave it. */
export const readCode = (text: string, today: string): ReadCode => {
  const foreign = { kind: 'foreign', hash: foreignHash(text), elements: {}, text } as const;
  if (text.trim() === '') return { ...foreign, problems: ['empty'] };
  if (text.startsWith(HAND_OVER_PREFIX)) return { ...foreign, kind: 'handOver', problems: [] };
  const elements = parseElements(text);
  if (elements === undefined) return { ...foreign, problems: ['unknownAi'] };
  const { '00': sscc, '01': gtin, '21': serial } = elements;
  const problems: Problem[] = [
    ...(hasWrongDigit(elements) ? (['checkDigit'] as const) : []),
    ...(isExpired(elements['17'], today) ? (['expired'] as const) : []),
  ];
  if (sscc !== undefined) return { kind: 'container', hash: ssccHash(sscc), elements, problems, text };
  if (gtin !== undefined && serial !== undefined) {
    return { kind: 'pack', hash: packHash(gtin, serial), elements, problems, text };
  }
  return { ...foreign, elements, problems };
};
