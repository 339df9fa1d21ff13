import type { Limit } from '@yaosu/chaincode/model/telemetry/schemas';

const CENTI = 100;

/** Hundredths of a degree as degrees; a dash for none. */
export const celsius = (value: number | null): string =>
  value === null ? '–' : `${(value / CENTI).toFixed(1)} °C`;

/** What a limit allows, from its lower to its upper end. */
export const limitText = ({ minCentiCelsius, maxCentiCelsius }: Limit): string =>
  `${celsius(minCentiCelsius)} … ${celsius(maxCentiCelsius)}`;
