/** Check digit of the digits before it: weights 3, 1, 3 … from the right, modulo 10 (GS1 General Specifications 7.9). */
export const gs1CheckDigit = (body: string): string => {
  let sum = 0;
  for (let i = body.length - 1, weight = 3; i >= 0; i -= 1, weight = 4 - weight) {
    sum += Number(body[i]) * weight;
  }
  return String((10 - (sum % 10)) % 10);
};
