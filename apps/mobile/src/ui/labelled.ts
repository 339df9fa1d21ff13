import { h } from './h.js';

/** A field with its label. */
export const labelled = (text: string, input: HTMLElement): HTMLElement =>
  h('div', {}, h('label', { attributes: { for: input.id } }, text), input);
