import { FileWrong } from './file-wrong.js';

const UTF_16 = [0xff, 0xfe];
/** Spreadsheets in China save GB18030 where nobody asks them for UTF-8. */
const ENCODINGS = ['utf-8', 'gb18030'] as const;
/** What no text has: a picture, a program. */
const BINARY = /[\u0000-\u0008\u000e-\u001f\u007f]/;

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The text as it is, without a byte order mark. @throws FileWrong notTable when it is none */
export const requireText = (text: string): string => {
  if (BINARY.test(text)) throw new FileWrong('notTable');
  return text.replace(/^\uFEFF/, '');
};

/** The text of a file in UTF-8, UTF-16 with a byte order mark, or GB18030. @throws FileWrong encoding, notTable */
export const decodeText = (bytes: Uint8Array): string => {
  const isWide = UTF_16.every((byte, i) => bytes[i] === byte);
  const encodings = isWide ? ['utf-16le'] : ENCODINGS;
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return requireText(text);
  }
  throw new FileWrong('encoding');
};
