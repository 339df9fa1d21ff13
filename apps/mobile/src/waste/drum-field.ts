import type { ManifestLine, ReceivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { DRUM_VERDICTS } from '@yaosu/chaincode/model/waste/states';
import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';
import { t } from '../texts/texts.js';
import { drumWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { weighed } from './weigh-in.js';

/** What the acceptor says of one drum of a manifest. */
export interface DrumField {
  readonly element: HTMLElement;
  /** What was said; undefined while it is not decided or impossible, which the field shows. */
  readonly said: () => ReceivedDrum | undefined;
}

const KG = / kg$/;

/** One drum to be ticked off: what became of it and its weights, which begin as it was sent. */
export const drumField = ({ drum, sent }: ManifestLine, number: number): DrumField => {
  const id = (what: string): string => `${what}-${String(number)}`;
  const nth = (label: string): string => `${String(number)} · ${label}`;
  const weight = (what: 'gross' | 'tare'): HTMLInputElement =>
    h('input', {
      attributes: { id: id(what), inputmode: 'decimal', value: kilograms(sent[what]).replace(KG, '') },
    });
  const [gross, tare] = [weight('gross'), weight('tare')];
  const verdict = h(
    'select',
    { attributes: { id: id('verdict'), required: '' } },
    h('option', { attributes: { value: '' } }, t('choose')),
    ...DRUM_VERDICTS.map((each) => h('option', { attributes: { value: each } }, drumWord(each))),
  );
  const said = (): ReceivedDrum | undefined => {
    const chosen = DRUM_VERDICTS.find((each) => each === verdict.value);
    if (!verdict.reportValidity() || chosen === undefined) return undefined;
    const found = weighed(drum, chosen, { gross: gross.value, tare: tare.value });
    gross.setCustomValidity(found === undefined ? t('weightWrong') : '');
    return gross.reportValidity() ? found : undefined;
  };
  const element = h(
    'div',
    { class: 'card' },
    h('h3', { class: 'code' }, `${String(number)}. ${drum.slice(0, 10)}…`),
    labelled(nth(t('drumFound')), verdict),
    labelled(nth(t('gross')), gross),
    labelled(nth(t('tare')), tare),
  );
  return { element, said };
};
