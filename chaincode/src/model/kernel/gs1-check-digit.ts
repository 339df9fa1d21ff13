/** Check digit of the digits before it: weights 3, 1, 3 … from the right, modulo 10 (GS1 General Specifications 7.9). */
export const gs1CheckDigit = (body: string): string => {
  const sum = Array.from(body)
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
};
