/** Identifiers of the industrial-internet identifier system: `88.{node}.{enterprise}/{suffix}` (工业互联网标识). */

const FORM = /^(88(?:\.\d+)+)\/([^\p{Cc}]+)$/u;
const MAX_LENGTH = 255;

/** An identifier taken apart. */
export interface Handle {
  /** Root, secondary node and enterprise. */
  readonly prefix: string;
  /** What the enterprise names. */
  readonly suffix: string;
}

/** An identifier taken apart; undefined when the text is none, or too long. */
export const readHandle = (text: string): Handle | undefined => {
  const [, prefix, suffix] = FORM.exec(text) ?? [];
  return prefix === undefined || suffix === undefined || text.length > MAX_LENGTH
    ? undefined
    : { prefix, suffix };
};
