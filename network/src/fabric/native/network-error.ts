/** Something that stands in a network's way; the message is one clear line that says what to do. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}
