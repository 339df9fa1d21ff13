/** Mean kinetic temperature (USP <1079.2>): informs people, never releases, and is never computed on a peer. */

const GAS_CONSTANT_KJ = 8.3144e-3;
const ZERO_CELSIUS_KELVIN = 273.15;
/** ΔH in kJ/mol when a product states none. */
export const DEFAULT_ACTIVATION_KJ = 83.144;

/** A temperature and how long it lasted; the unit of `weight` does not matter. */
export interface Weighted {
  readonly celsius: number;
  readonly weight: number;
}

/** MKT in °C, NaN without readings. */
export const meanKineticTemperature = (
  readings: readonly Weighted[],
  activationKj = DEFAULT_ACTIVATION_KJ,
): number => {
  const ratio = activationKj / GAS_CONSTANT_KJ;
  const total = readings.reduce((sum, { weight }) => sum + weight, 0);
  const decay = readings.reduce(
    (sum, { celsius, weight }) => sum + weight * Math.exp(-ratio / (celsius + ZERO_CELSIUS_KELVIN)),
    0,
  );
  return ratio / -Math.log(decay / total) - ZERO_CELSIUS_KELVIN;
};
