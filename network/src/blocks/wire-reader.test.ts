import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MessageParts } from './message-parts.js';
import { openTransaction } from './open-transaction.js';
import { parseReadWriteSet } from './read-write-set.js';
import { WireReader } from './wire-reader.js';
import { wireMessage } from './wire-writer.js';

const numbersOf = (bytes: readonly number[]): readonly number[] => {
  const numbers: number[] = [];
  const reader = new WireReader(Uint8Array.from(bytes));
  for (let field = reader.next(); field !== 0; field = reader.next()) numbers.push(field);
  return numbers;
};

describe('the reader of the wire format', () => {
  it('reads what the writer wrote', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.uint8Array(),
        (number, text, bytes) => {
          const reader = new WireReader(
            wireMessage((writer) => {
              writer.uint(1, number);
              writer.string(2, text);
              writer.element(300, bytes);
            }),
          );
          expect([reader.next(), reader.uint()]).toEqual([1, number]);
          expect([reader.next(), reader.string()]).toEqual([2, Buffer.from(text).toString()]);
          expect([reader.next(), [...reader.bytes()]]).toEqual([300, [...bytes]]);
          expect(reader.next()).toBe(0);
        },
      ),
    );
  });

  it.each([
    [
      'a fixed 32 and a fixed 64 bit number',
      [0x0d, 1, 2, 3, 4, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x18, 9],
      [1, 2, 3],
    ],
    ['a negative number of ten bytes', [0x08, ...Array<number>(9).fill(0xff), 1, 0x10, 5], [1, 2]],
    ['nothing', [], []],
  ])('passes by %s', (_, bytes, numbers) => {
    expect(numbersOf(bytes)).toEqual(numbers);
  });

  it.each([
    ['a text that is cut off', [0x0a, 5, 65]],
    ['a length that is cut off', [0x0a, 0x80]],
    ['a number that is cut off', [0x08]],
    ['a number without an end', [0x08, ...Array<number>(11).fill(0xff)]],
    ['a fixed number that is cut off', [0x0d, 1, 2, 3]],
    ['a group', [0x0b, 0x0c]],
    ['an unknown type', [0x0f]],
    ['a field without a number', [0x00, 0]],
    ['a length beyond every buffer', [0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
  ])('refuses %s', (_, bytes) => {
    expect(() => numbersOf(bytes)).toThrow(RangeError);
  });

  it('refuses a field that is of another type than asked for', () => {
    const reader = new WireReader(Uint8Array.of(0x08, 1));
    reader.next();
    expect(() => reader.bytes()).toThrow(TypeError);
  });

  it('takes the last of a field that should stand once, and an empty one for none', () => {
    const parts = new MessageParts(
      wireMessage((writer) => {
        writer.element(1, Buffer.from('a'));
        writer.element(1, Buffer.from('b'));
        writer.uint(2, 7);
      }),
    );
    expect(parts.bytes(1).toString()).toBe('b');
    expect(parts.all(1)).toHaveLength(2);
    expect([parts.find(2), parts.find(3), parts.bytes(3).length]).toEqual([undefined, undefined, 0]);
  });

  it('never hangs or reads outside: whatever the bytes, there is a result or a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const read of [parseReadWriteSet, openTransaction]) {
          try {
            read(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
    );
  });
});
