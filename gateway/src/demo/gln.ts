/** GLN of a 12-digit body: with the GS1 check digit (GS1 General Specifications 7.9). */
export const glnOf = (body: string): string => {
  const sum = Array.from(body)
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return `${body}${String((10 - (sum % 10)) % 10)}`;
};
