/** How much of each line the consignee takes; what is missing stays with the driver, for all to see. */
import { decimal } from '@yaosu/chaincode/model/kernel/quantity';
import { goodsLine } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { sayProblem } from '../ui/say-problem.js';
import { offerTo, type Giving } from './offering.js';

/** The form; every line begins with its whole quantity. */
export const countForm = (giving: Giving): HTMLElement => {
  const { trip, reference } = giving;
  const inputs = trip.lines.map((line, at) => {
    const id = `count-${String(at)}`;
    const input = h('input', { attributes: { id, inputmode: 'decimal', value: line.quantity } });
    const label = h('label', { attributes: { for: id } }, goodsLine(line, reference));
    return { batch: line.batch, input, row: h('div', {}, label, input) };
  });
  const box = h('section', {}, ...inputs.map(({ row }) => row));
  const sign = async (): Promise<void> => {
    const counted = inputs.map(({ batch, input }) => ({ batch, quantity: input.value.trim() }));
    if (counted.every(({ quantity }) => decimal.safeParse(quantity).success)) {
      await offerTo(giving, { goods: { a: 'receive', c: counted, w: null } });
    } else sayProblem(box, t('quantityWrong'));
  };
  box.append(h('button', { onClick: sign }, t('signAndShow')));
  return box;
};
