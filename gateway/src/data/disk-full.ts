/** A full disk shows in many ways: as a system error, in the words of a store, on the stderr of a process of ours. */

const WORDS = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/;
/** WASI calls it 51, and PGlite says no more than that. */
const WASI_WORDS = /ErrnoError \{[^}]*errno: 51\b/;
const WASI_NO_SPACE = 51;
const MAX_DEPTH = 8;

interface Failure {
  readonly name?: unknown;
  readonly errno?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly stderr?: unknown;
  readonly cause?: unknown;
}

const wordsOf = ({ code, message, stderr }: Failure): string => [code, message, stderr].map(String).join(' ');

/** Whether an error, or what caused it, tells of a disk that is full. */
export const isDiskFull = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  const { name, errno, cause } = error as Failure;
  if (name === 'ErrnoError' && errno === WASI_NO_SPACE) return true;
  const words = wordsOf(error);
  return WORDS.test(words) || WASI_WORDS.test(words) || isDiskFull(cause, depth + 1);
};
