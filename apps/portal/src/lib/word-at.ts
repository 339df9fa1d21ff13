type Words = Readonly<Record<string, unknown>>;

/** The word at a key of a dictionary, e.g. `fields.lot` of `en`; undefined where there is none. */
export const wordAt = (texts: object, key: string): string | undefined => {
  const word = key.split('.').reduce<unknown>((part, step) => (part as Words | undefined)?.[step], texts);
  return typeof word === 'string' ? word : undefined;
};
