/** Bytes of their own: of a view, all that it is a view of would be copied to the other thread. */
export const wholeBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
