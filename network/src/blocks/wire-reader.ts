const TYPE_MASK = 0x07;
const TAG_BITS = 3;
const MORE = 0x80;
const PAYLOAD = 0x7f;
const BASE = 128;
const VARINT_MAX = 10;
const VARINT = 0;
const FIXED64 = 1;
const DELIMITED = 2;
const FIXED32 = 5;
const LENGTHS: Readonly<Record<number, number>> = { [FIXED64]: 8, [FIXED32]: 4 };

/**
 * Walks over the fields of one protobuf message; what nobody asks for is skipped. Parts are views of the bytes.
 * Every method @throws on bytes that are no message, or a field of another type than asked for.
 */
export class WireReader {
  readonly #bytes: Buffer;
  #position = 0;
  #field = 0;
  #type = VARINT;
  #number = 0;
  #start = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Number of the next field, 0 at the end. */
  next(): number {
    if (this.#position === this.#bytes.length) return 0;
    const tag = this.#varint();
    this.#field = Math.floor(tag / (1 << TAG_BITS));
    this.#type = tag & TYPE_MASK;
    if (this.#field === 0) throw new RangeError('A field has no number');
    if (this.#type === VARINT) this.#number = this.#varint();
    else this.#pass(this.#type === DELIMITED ? this.#varint() : LENGTHS[this.#type]);
    return this.#field;
  }

  /** Whether the field is bytes, text or a message. */
  get isDelimited(): boolean {
    return this.#type === DELIMITED;
  }

  /** An integer; above 2^53 it is no longer exact. */
  uint(): number {
    this.#assertType(VARINT);
    return this.#number;
  }

  bool(): boolean {
    return this.uint() !== 0;
  }

  string(): string {
    this.#assertType(DELIMITED);
    return this.#bytes.toString('utf8', this.#start, this.#position);
  }

  bytes(): Buffer {
    this.#assertType(DELIMITED);
    return this.#bytes.subarray(this.#start, this.#position);
  }

  /** A message within this one. */
  message(): WireReader {
    return new WireReader(this.bytes());
  }

  #pass(length: number | undefined): void {
    this.#start = this.#position;
    if (length === undefined || length > this.#bytes.length - this.#position) {
      throw new RangeError('A field is cut off or of an unknown type');
    }
    this.#position += length;
  }

  #varint(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < VARINT_MAX; count += 1) {
      const byte = this.#bytes[this.#position];
      if (byte === undefined) throw new RangeError('A number is cut off');
      this.#position += 1;
      value += (byte & PAYLOAD) * factor;
      if (byte < MORE) return value;
      factor *= BASE;
    }
    throw new RangeError('A number has no end');
  }

  #assertType(type: number): void {
    if (this.#type !== type) throw new TypeError(`Field ${String(this.#field)} is of another type`);
  }
}
