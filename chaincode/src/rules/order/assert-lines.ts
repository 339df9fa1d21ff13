import { YaosuError } from '../../model/kernel/errors.js';
import { sumOf, toMillionths } from '../../model/kernel/quantity.js';
import type { OrderLine } from '../../model/order/schemas.js';

/** No more is confirmed of any material than was ordered, in the same unit. @throws ORDER_LINES_EXCEED */
export const assertWithinOrder = (ordered: readonly OrderLine[], confirmed: readonly OrderLine[]): void => {
  const wrong = confirmed.find(({ material, unit, quantity }) => {
    const line = ordered.find((each) => each.material === material && each.unit === unit);
    return line === undefined || toMillionths(quantity) > toMillionths(line.quantity);
  });
  if (wrong !== undefined) throw new YaosuError('ORDER_LINES_EXCEED', { material: wrong.material });
};

type Amount = Pick<OrderLine, 'quantity' | 'unit'>;
const totalOf = (lines: readonly Amount[], unit: string): bigint =>
  toMillionths(sumOf(lines.filter((line) => line.unit === unit).map(({ quantity }) => quantity)));

/** No more goes out, unit by unit, than was confirmed: which batch is which material is a secret. @throws ORDER_LINES_EXCEED */
export const assertWithinConfirmed = (confirmed: readonly OrderLine[], sent: readonly Amount[]): void => {
  const wrong = sent.find(({ unit }) => totalOf(sent, unit) > totalOf(confirmed, unit));
  if (wrong !== undefined) throw new YaosuError('ORDER_LINES_EXCEED', { unit: wrong.unit });
};
