/** Business steps and dispositions of CBV 2.0 as steps of a sighting. */
import type { SightingStep } from '@yaosu/chaincode/model/alert/states';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { shortTerm } from '../api/epcis-terms.js';

const STEP_OF: Readonly<Record<string, SightingStep>> = {
  commissioning: 'commissioned',
  packing: 'aggregated',
  unpacking: 'disaggregated',
  loading: 'shipped',
  departing: 'shipped',
  shipping: 'shipped',
  transporting: 'shipped',
  arriving: 'received',
  receiving: 'received',
  accepting: 'received',
  dispensing: 'dispensed',
  retail_selling: 'dispensed',
  sampling: 'destroyed',
  decommissioning: 'destroyed',
  destroying: 'destroyed',
};

/** What was done; what is no step of trade or use was only seen. */
export const stepOf = (bizStep: string | null, disposition: string | null): SightingStep => {
  if (disposition !== null && shortTerm(disposition, VOCABULARIES.disposition) === 'returned')
    return 'returned';
  return bizStep === null ? 'observed' : (STEP_OF[shortTerm(bizStep, VOCABULARIES.bizStep)] ?? 'observed');
};
