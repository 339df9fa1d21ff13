import { h } from './h.js';

/** Says what went wrong where it happened; the next problem takes its place. */
export const sayProblem = (box: HTMLElement, text: string): void => {
  box.querySelector(':scope > .problem')?.remove();
  const problem = h('p', { class: 'problem', role: 'alert' }, text);
  box.prepend(problem);
  problem.scrollIntoView({ block: 'center' });
};
