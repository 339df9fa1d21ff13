/** What a scanner that types for a US keyboard leaves on devices with another layout, and the way back. */
import { splitScan, symbologyOf } from '../gs1/symbologies.js';

/** Signs of the US layout, key by key, and what the same keys give elsewhere. */
const US = '`-=[]\\;\'/~_+{}|:"<>?!@#$%^&*()';
const LETTERS_AND_DIGITS = 'qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM1234567890,.';

interface Layout {
  readonly signs: string;
  readonly others: string;
}
const LAYOUTS: readonly Layout[] = [
  {
    // German
    signs: '^ß´ü+#öä-°?`Ü*\'ÖÄ;:_!"§$%&/(=)',
    others: 'qwertzuiopasdfghjklyxcvbnmQWERTZUIOPASDFGHJKLYXCVBNM1234567890,.',
  },
  {
    // French
    signs: '²)=^$*mù!~°+¨£µM%?.§1234567890',
    others: 'azertyuiopqsdfghjklwxcvbn,AZERTYUIOPQSDFGHJKLWXCVBN?&é"\'(-è_çà;:',
  },
];

/** Sign on the device → sign that was meant; a sign that two keys give is left out. */
const backOf = ({ signs, others }: Layout): ReadonlyMap<string, string> => {
  const pairs = [
    ...Array.from(signs, (each, i) => [each, US.charAt(i)] as const),
    ...Array.from(others, (each, i) => [each, LETTERS_AND_DIGITS.charAt(i)] as const),
  ];
  const isOnly = (sign: string): boolean => pairs.filter(([each]) => each === sign).length === 1;
  return new Map(pairs.filter(([sign]) => isOnly(sign)));
};
const WAYS_BACK = LAYOUTS.map(backOf);

const throughMap = (text: string, back: ReadonlyMap<string, string>): readonly string[] => {
  const signs = Array.from(text, (each) => (each < ' ' ? each : back.get(each)));
  return signs.every((each) => each !== undefined) ? [signs.join('')] : [];
};

const withLettersTurned = (text: string): string =>
  text.replace(/[A-Za-z]/g, (each) => (each < 'a' ? each.toLowerCase() : each.toUpperCase()));

/** Signs that no US keyboard types, and symbology identifiers as other layouts give them. */
const FOREIGN_SIGNS = /[ßüöäÜÖÄ§´°²£µ¨éèçàù]/;
const FOREIGN_IDENTIFIER = /^(?:\+[CJQde]\d|\$[CJQde][&é"'(àç])/;

/** Whether a text begins with an identifier that is one only with its letter turned. */
export const isTurned = (text: string): boolean => {
  const [identifier] = splitScan(text);
  return symbologyOf(identifier) === undefined && symbologyOf(withLettersTurned(identifier)) !== undefined;
};

/**
 * What may have been meant: by each layout, and with the caps lock off. Only a text that shows that it was typed
 * elsewhere is read so: any other text would have as many readings as there are layouts.
 */
export const keyboardReadings = (text: string): readonly string[] => [
  ...(FOREIGN_SIGNS.test(text) || FOREIGN_IDENTIFIER.test(text)
    ? WAYS_BACK.flatMap((back) => throughMap(text, back))
    : []),
  ...(isTurned(text) ? [withLettersTurned(text)] : []),
];
