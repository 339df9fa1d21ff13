/** What is shown of a statement: what a phone or a desk has written into its content. */

/** Pictures that a phone takes, as bytes and never as an address; no SVG, which may hold scripts. */
const PHOTO = /^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** Words, and a photo as a data URL. */
export interface StatementParts {
  readonly words: string | null;
  readonly photo: string | null;
}

type Content = Readonly<Record<string, unknown>>;

/** Words that were written at a desk (`text`) or on a phone (`words`), there with a photo; null where there is neither. */
export const partsOf = ({ text, words, photo }: Content): StatementParts | null => {
  const written = text ?? words;
  const parts = {
    words: typeof written === 'string' && written !== '' ? written : null,
    photo: typeof photo === 'string' && PHOTO.test(photo) ? photo : null,
  };
  return parts.words === null && parts.photo === null ? null : parts;
};
