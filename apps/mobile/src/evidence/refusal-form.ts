/** What a driver writes down when something is refused: why, in words, and a photo of it. */
import type { Evidence } from '../outbox/entry.js';
import { t } from '../texts/texts.js';
import { h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { evidenceForm } from './evidence-form.js';

/** Reasons to choose from, what the document is called, and what is done with it. */
export interface Refusing<R extends string> {
  readonly kind: string;
  readonly reasons: readonly R[];
  readonly wordOf: (reason: R) => string;
  /** Text of the button. */
  readonly button: string;
  readonly done: (reason: R, evidence: Evidence, digest: string) => Promise<void>;
}

/** The form. */
export const refusalForm = <R extends string>(refusing: Refusing<R>): HTMLElement => {
  const { kind, reasons, wordOf, button, done } = refusing;
  const reason = h(
    'select',
    { attributes: { id: 'reason', required: '' } },
    h('option', { attributes: { value: '' } }, t('choose')),
    ...reasons.map((each) => h('option', { attributes: { value: each } }, wordOf(each))),
  );
  const chosen = (): { readonly reason: R } | undefined => {
    const found = reasons.find((each) => each === reason.value);
    return reason.reportValidity() && found !== undefined ? { reason: found } : undefined;
  };
  return evidenceForm({
    kind,
    fields: [labelled(t('reason'), reason)],
    chosen,
    words: t('whatIsWrong'),
    button,
    done: (said, evidence, digest) => done(said.reason, evidence, digest),
  });
};
