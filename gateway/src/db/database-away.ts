/** SQLSTATE classes 08 (no connection) and 57P (shutting down), and what the operating system says of a socket. */
const CODES = /^(08\d{3}|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;
/** pg gives these no code. */
const WORDS = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether a statement failed because PostgreSQL cannot be reached: it may succeed when it is back. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) return WORDS.test(error.message);
  // A file that is missing is no database.
  return CODES.test(code) && (code !== 'ENOENT' || syscall === 'connect');
};
