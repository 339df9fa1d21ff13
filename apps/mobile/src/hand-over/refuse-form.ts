/** The consignee does not take the load: signing begins with the other phone once the form is filled in. */
import { REFUSAL_REASONS } from '@yaosu/chaincode/model/shipment/states';
import { refusalForm } from '../evidence/refusal-form.js';
import { t } from '../texts/texts.js';
import { refusalWord } from '../texts/words.js';
import { offerTo, type Giving } from './offering.js';

/** The form. */
export const refuseForm = (giving: Giving): HTMLElement =>
  refusalForm({
    kind: 'refusal',
    reasons: REFUSAL_REASONS,
    wordOf: (reason) => refusalWord(reason),
    button: t('signAndShow'),
    done: (r, evidence, d) => offerTo(giving, { goods: { a: 'refuse', c: [], w: { r, d } }, evidence }),
  });
