import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { chooseSite, type Counter } from './counter.js';

/** Asks at which counter this phone stands and remembers the answer. */
export const siteSelect = (enterprise: string, { sites, site }: Counter): HTMLSelectElement => {
  const option = (value: string, text: string): HTMLElement =>
    h('option', { attributes: { value, ...(value === site ? { selected: '' } : {}) } }, text);
  const select: HTMLSelectElement = h(
    'select',
    { attributes: { id: 'counter', required: '' }, onChange: () => chooseSite(enterprise, select.value) },
    ...(site === '' ? [option('', t('choose'))] : []),
    ...sites.map(({ gln, name }) => option(gln, name)),
  );
  return select;
};
