/** What a code of hazardous waste looks like, and what names it; its schema stands in `waste-code.ts`. */

const CODE = /^\d{3}-\d{3}-(\d{2})$/;
const LAST_EARLY = 40;
const FIRST_LATE = 45;
const LAST = 50;

/** The catalogue has the categories HW01–HW40 and HW45–HW50. */
const isCategory = (digits: string): boolean => {
  const category = Number(digits);
  return (category >= 1 && category <= LAST_EARLY) || (category >= FIRST_LATE && category <= LAST);
};

/** Whether a text has the form of a waste code of a category that exists. */
export const isWasteCode = (text: string): boolean => isCategory(CODE.exec(text)?.[1] ?? '');

/** Category of a code, `HW02` of `271-002-02`. */
export const categoryOf = (code: string): string => `HW${code.slice(-2)}`;

/** Whether a licence's scope, which lists codes and whole categories, names a code. */
export const scopeNames = (scope: readonly string[], code: string): boolean =>
  scope.includes(code) || scope.includes(categoryOf(code));
