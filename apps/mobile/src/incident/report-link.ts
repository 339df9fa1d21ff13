import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { keyOfLoad, mayReport, type Load } from './load-of.js';

/** The way to report an incident with a load; nothing for whom it does not concern. */
export const reportLink = (who: Parameters<typeof mayReport>[0], load: Load): HTMLElement | false =>
  mayReport(who, load) &&
  h(
    'a',
    { class: 'button urgent', attributes: { href: `#/incident/${keyOfLoad(load)}` } },
    t('reportIncident'),
  );
