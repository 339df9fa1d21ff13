import { spokenGroups } from '@yaosu/chaincode/model/kernel/spoken-code';
import type { Trip } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';

/** Says on a trip that one side has signed its hand-over alone; null when none waits. */
export const offerWaits = ({ shipment, offer }: Pick<Trip, 'shipment' | 'offer'>): HTMLElement | null =>
  offer?.state !== 'open'
    ? null
    : h(
        'div',
        { class: 'card', role: 'status' },
        h('h3', {}, t('signedAlone')),
        h('p', { class: 'code' }, spokenGroups(offer.code)),
        h('p', { class: 'state onDevice' }, t('waitsForDesk')),
        h('a', { class: 'button plain', attributes: { href: `#/copy/${shipment}` } }, t('showCopy')),
      );
