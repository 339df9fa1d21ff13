/** 统一社会信用代码, the code of a Chinese legal entity (GB 32100-2015). */

/** Its characters in the order of their values; I, O, S, V and Z are left out. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Registration authority and kind, six digits of the place, nine of the organisation, one to check. */
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Whether a text is a 统一社会信用代码 with its check character. */
export const isUscc = (text: string): boolean => {
  if (!FORM.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(text.charAt(i)), 0);
  return text.at(-1) === ALPHABET.charAt((31 - (sum % 31)) % 31);
};
