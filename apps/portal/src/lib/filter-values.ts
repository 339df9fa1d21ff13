import { isDay } from '@yaosu/chaincode/model/kernel/time-sums';

/** What a filter takes from the address: undefined where the text says nothing that it understands. */
export type FilterValue<T> = (text: string) => T | undefined;

/** Filters of a page by name. */
export type FilterValues = Readonly<Record<string, FilterValue<unknown>>>;

/** What is chosen; what was left out, or not understood, is not there. */
export type Chosen<F extends FilterValues> = { readonly [N in keyof F]?: NonNullable<ReturnType<F[N]>> };

/** One of some words. */
export const oneOf =
  <T extends string>(words: readonly T[]): FilterValue<T> =>
  (text) =>
    words.find((word) => word === text);

/** Text of so many characters at most, without white space around it. */
export const textUpTo =
  (max: number): FilterValue<string> =>
  (text) => {
    const trimmed = text.trim();
    return trimmed === '' || trimmed.length > max ? undefined : trimmed;
  };

/** A calendar day, e.g. `2026-11-25`. */
export const calendarDay: FilterValue<string> = (text) => (isDay(text) ? text : undefined);

/** The filters of an address. */
export const chosenOf = <F extends FilterValues>(filters: F, search: URLSearchParams): Chosen<F> => {
  const read = Object.entries(filters).map(([name, value]) => [name, value(search.get(name) ?? '')] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Chosen<F>;
};
