/** A random word that is looked for in every shape in which bytes are usually kept. */
import { randomBytes } from 'node:crypto';

const WORD_BYTES = 8;
const CONTEXT = 24;
const BASE64_GROUP = 3;
const SEALED_BYTES = 32;

/** Base64 of bytes wherever they may stand in longer text: the characters that depend on them alone. */
const base64Of = (word: Buffer): readonly string[] =>
  Array.from({ length: BASE64_GROUP }, (_, before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), word]).toString('base64');
    const first = Math.ceil((before * 4) / 3);
    const last = Math.floor(((before + word.length) * 4) / 3);
    return encoded.slice(first, last);
  });

/** What is looked for. */
export interface Sought {
  /** The surroundings of the first shape in these bytes; undefined when there is none. */
  foundIn(bytes: Uint8Array | string): string | undefined;
}

const shapesOf = (bytes: Buffer): readonly Buffer[] => {
  const texts = base64Of(bytes).flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
  return [bytes, ...[bytes.toString('hex'), ...new Set(texts)].map((text) => Buffer.from(text))];
};

const firstOf = (shapes: readonly Buffer[], bytes: Uint8Array | string): string | undefined => {
  const buffer = Buffer.from(bytes);
  for (const shape of shapes) {
    const at = buffer.indexOf(shape);
    if (at < 0) continue;
    return buffer.subarray(Math.max(0, at - CONTEXT), at + shape.length + CONTEXT).toString('utf8');
  }
  return undefined;
};

/** A word that nobody says by chance, and its shapes. */
export class Needle implements Sought {
  readonly word: string;
  readonly #shapes: readonly Buffer[];

  constructor(word = `canary${randomBytes(WORD_BYTES).toString('hex')}`) {
    this.word = word;
    this.#shapes = [
      ...shapesOf(Buffer.from(word)),
      Buffer.from(word.toUpperCase()),
      Buffer.from(word, 'utf16le'),
      Buffer.from(word.split('').reverse().join('')),
    ];
  }

  /** The word with what it is the name of. */
  about(what: string): string {
    return `${this.word} ${what}`;
  }

  /** The surroundings of the first shape in these bytes; undefined when there is none. */
  foundIn(bytes: Uint8Array | string): string | undefined {
    return firstOf(this.#shapes, bytes);
  }
}

/** Bytes that are looked for as they are, in hex and in base64: what was sealed, where it may not lie even so. */
export class SealedNeedle implements Sought {
  readonly #shapes: readonly Buffer[];

  /** @param sealed long enough that nothing else has the same middle */
  constructor(sealed: Uint8Array) {
    const middle = Math.floor(sealed.length / 2);
    this.#shapes = shapesOf(Buffer.from(sealed.subarray(middle, middle + SEALED_BYTES)));
  }

  foundIn(bytes: Uint8Array | string): string | undefined {
    return firstOf(this.#shapes, bytes);
  }
}

/** Several words. */
export class Needles implements Sought {
  constructor(readonly each: readonly Needle[]) {}

  /** One given word. */
  static of(word: string): Needles {
    return new Needles([new Needle(word)]);
  }

  /** The surroundings of the first word that is there. */
  foundIn(bytes: Uint8Array | string): string | undefined {
    for (const needle of this.each) {
      const found = needle.foundIn(bytes);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
