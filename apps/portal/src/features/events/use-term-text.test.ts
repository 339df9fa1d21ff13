import { describe, expect, it } from '@jest/globals';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { enEventTerms } from '../../lib/texts/en-event-terms.js';

describe('standard words of events', () => {
  it.each(['bizStep', 'disposition', 'bizTransaction', 'sourceDestination', 'errorReason'] as const)(
    'of %s have words for people, all of them',
    (name) => {
      expect(Object.keys(enEventTerms[name]).sort()).toEqual([...VOCABULARIES[name].words].sort());
    },
  );
});
