/** Forms of acts without their schemas: what a page needs to show one. */
import { ALL_ACTS } from '@yaosu/chaincode/model/acts';
import type { ActHead } from '@yaosu/chaincode/model/act-heads.computed';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { formOf, type Group } from './field-model.js';

/** An act as its form tells of it. */
export interface FormedAct extends ActHead, Pick<Act, 'subject' | 'summary'> {
  /** Whether it makes the record that it is about. */
  readonly isCreating: boolean;
  readonly form: Group;
}

const formed = (act: Act): FormedAct => {
  const { contract, name, kind, parties, subject, summary } = act;
  return {
    ...{ contract, name, kind, parties, subject, summary },
    isCreating: act.creates !== undefined,
    form: formOf(act),
  };
};

/** Every act with its form. */
export const FORMED_ACTS: readonly FormedAct[] = ALL_ACTS.map(formed);
