const GRAMS_PER_KG = 1_000;

/** Grams as kilograms, for people. */
export const kilogramsOf = (grams: number): string => `${String(grams / GRAMS_PER_KG)} kg`;
