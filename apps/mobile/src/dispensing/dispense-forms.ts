/** The two forms at the counter: asking the ledger, and telling it. */
import { OFFLINE_REASONS } from '@yaosu/chaincode/model/code/states';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { liveCard } from '../outbox/entry-card.js';
import { t } from '../texts/texts.js';
import { reasonWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import type { Counter } from './counter.js';
import { askToDispense, tellDispensed, type OfflineReason, type Pack } from './dispense.js';
import { siteSelect } from './site-select.js';

const labelled = (text: string, input: HTMLElement): HTMLElement[] => [
  h('label', { attributes: { for: input.id } }, text),
  input,
];

const reasonSelect = (hasSignal: boolean): HTMLSelectElement =>
  h(
    'select',
    { attributes: { id: 'reason' } },
    ...OFFLINE_REASONS.filter((reason) => !hasSignal || reason !== 'noNetwork').map((reason) =>
      h('option', { attributes: { value: reason } }, reasonWord(reason)),
    ),
  );

/** The pack was handed out without asking: it is recorded with the reason. */
export const tellForm = (pack: Pack, counter: Counter, box: HTMLElement, hasSignal: boolean): void => {
  const site = siteSelect(pack.session.enterprise, counter);
  const reason = reasonSelect(hasSignal);
  const tell = async (): Promise<void> => {
    if (!site.reportValidity()) return;
    const cmd = await tellDispensed(pack, site.value, reason.value as OfflineReason);
    fill(box, liveCard(pack.outbox, cmd));
  };
  fill(
    box,
    h('p', { class: 'quiet' }, t('tellHint')),
    ...labelled(t('counter'), site),
    ...labelled(t('whyNotAsked'), reason),
    h('button', { onClick: tell }, t('recordDispensed')),
  );
};

/** The ledger is asked first; without signal it can only be told. */
export const askForm = (pack: Pack, counter: Counter, box: HTMLElement): void => {
  const site = siteSelect(pack.session.enterprise, counter);
  const ask = async (): Promise<void> => {
    if (!site.reportValidity()) return;
    try {
      fill(box, liveCard(pack.outbox, await askToDispense(pack, site.value)));
    } catch (error) {
      if (error instanceof ApiError) throw error;
      tellForm(pack, { ...counter, site: site.value }, box, false);
    }
  };
  fill(
    box,
    ...labelled(t('counter'), site),
    h('button', { onClick: ask }, t('dispense')),
    h(
      'button',
      { class: 'plain', onClick: () => tellForm(pack, { ...counter, site: site.value }, box, true) },
      t('handedOut'),
    ),
  );
};
