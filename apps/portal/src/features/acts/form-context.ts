import { createContext, useContext } from 'react';
import type { Draft, Path } from '../../lib/act-form/draft.js';
import type { ActLink } from '../../lib/act-link.js';

/** What the act is about, which says what can be chosen. */
export interface About {
  /** Batch whose records can be chosen. */
  readonly batch: string | undefined;
  readonly sites: ActLink['sites'];
  readonly batches: ActLink['batches'];
}

/** What the parts of a form share. */
export interface FormState {
  readonly draft: Draft;
  readonly change: (path: Path, value: Draft) => void;
  /** Paths of fields that are wrong, joined by dots. */
  readonly wrong: ReadonlySet<string>;
  /** Names of fields that the page has decided. */
  readonly fixed: ReadonlySet<string>;
  readonly about: About;
}

/** Set by the form around its parts. */
export const FormContext = createContext<FormState | undefined>(undefined);

/** @throws outside of a form */
export const useForm = (): FormState => {
  const state = useContext(FormContext);
  if (state === undefined) throw new Error('no form');
  return state;
};
