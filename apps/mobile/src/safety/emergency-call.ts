import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

const WHO = { '110': 'police', '119': 'fireBrigade', '120': 'ambulance', '122': 'trafficPolice' } as const;

/** Calls an emergency number. */
export const emergencyCall = (number: keyof typeof WHO): HTMLElement =>
  h('a', { class: 'button plain', attributes: { href: `tel:${number}` } }, `${number} ${t(WHO[number])}`);
