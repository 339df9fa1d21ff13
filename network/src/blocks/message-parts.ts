import { WireReader } from './wire-reader.js';

const NOTHING = Buffer.alloc(0);

/** The fields of a message that are bytes, text or messages, as views of its bytes. */
export class MessageParts {
  readonly #parts: { readonly field: number; readonly bytes: Buffer }[] = [];

  /** @throws when the bytes are no message. */
  constructor(message: Uint8Array) {
    const reader = new WireReader(message);
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (reader.isDelimited) this.#parts.push({ field, bytes: reader.bytes() });
    }
  }

  /** Every value of a repeated field. */
  all(field: number): Buffer[] {
    return this.#parts.filter((part) => part.field === field).map(({ bytes }) => bytes);
  }

  /** The value of a field, the last one counts; undefined where there is none. */
  find(field: number): Buffer | undefined {
    return this.#parts.findLast((part) => part.field === field)?.bytes;
  }

  text(field: number): string {
    return this.bytes(field).toString('utf8');
  }

  /** The value of a field, empty where there is none. */
  bytes(field: number): Buffer {
    return this.find(field) ?? NOTHING;
  }
}
