const FIRST_SIZE = 16_384;
/** Buffers of writers that are done: nearly every transaction needs several of the same size. */
const spare: Buffer[] = [];
const MAX_SPARE = 16;
const MAX_SPARE_BYTES = 1_048_576;
const VARINT_MAX = 10;
const MORE = 0x80;
const VARINT = 0;
const DELIMITED = 2;
const TAG_BITS = 3;
/** Tag and length, of fields up to 15. */
const EMPTY_MESSAGE = 2;

/** The bytes of one message. */
export function wireMessage(write: (writer: WireWriter) => void): Uint8Array {
  const writer = new WireWriter();
  write(writer);
  return writer.finish();
}

/** The bytes of a message of two fields, 1 and 2, both bytes: half of an envelope's messages are such pairs. */
export function wirePair(first: Uint8Array, second: Uint8Array): Uint8Array {
  return wireMessage((writer) => {
    writer.bytes(1, first);
    writer.bytes(2, second);
  });
}

/** Writes protobuf's wire format, fields as proto3 does: zero, false, empty text and empty bytes are left out. */
export class WireWriter {
  #bytes = spare.pop() ?? Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;

  /** @param value an integer from 0 to 2^53 − 1 */
  uint(field: number, value: number): void {
    if (value === 0) return;
    this.#tag(field, VARINT);
    this.#varint(value);
  }

  bool(field: number, value: boolean): void {
    this.uint(field, value ? 1 : 0);
  }

  string(field: number, text: string): void {
    if (text === '') return;
    const size = Buffer.byteLength(text);
    this.#tag(field, DELIMITED);
    this.#varint(size);
    this.#reserve(size);
    this.#length += this.#bytes.write(text, this.#length);
  }

  bytes(field: number, value: Uint8Array): void {
    if (value.length > 0) this.element(field, value);
  }

  /** One of a list; it is written even when empty. */
  element(field: number, value: Uint8Array): void {
    this.#tag(field, DELIMITED);
    this.#varint(value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  /** Bytes that are a message by themselves. */
  opened(field: number, write: () => void): void {
    const before = this.#length;
    this.message(field, write);
    if (this.#length === before + EMPTY_MESSAGE) this.#length = before;
  }

  /** A message within this one; it is written even when empty. */
  message(field: number, write: () => void): void {
    this.#tag(field, DELIMITED);
    this.#reserve(1);
    const start = this.#length + 1;
    this.#length = start;
    write();
    const size = this.#length - start;
    // Nearly all are short, so one byte was left for the length; longer ones move.
    const extra = varintSize(size) - 1;
    if (extra > 0) {
      this.#reserve(extra);
      this.#bytes.copyWithin(start + extra, start, this.#length);
    }
    this.#length = start - 1;
    this.#varint(size);
    this.#length += size;
  }

  /** What was written; the writer is not used again. */
  finish(): Uint8Array {
    const written = Uint8Array.prototype.slice.call(this.#bytes, 0, this.#length);
    if (spare.length < MAX_SPARE && this.#bytes.length <= MAX_SPARE_BYTES) spare.push(this.#bytes);
    return written;
  }

  #tag(field: number, type: number): void {
    this.#varint((field << TAG_BITS) | type);
  }

  #varint(value: number): void {
    this.#reserve(VARINT_MAX);
    let rest = value;
    while (rest >= MORE) {
      this.#bytes[this.#length++] = (rest % MORE) | MORE;
      rest = Math.floor(rest / MORE);
    }
    this.#bytes[this.#length++] = rest;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const bigger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + count));
    this.#bytes.copy(bigger, 0, 0, this.#length);
    this.#bytes = bigger;
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= MORE; rest = Math.floor(rest / MORE)) size += 1;
  return size;
}
