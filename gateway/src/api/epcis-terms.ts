/** Terms of EPCIS as people and queries spell them. */
import type { Vocabulary } from '@yaosu/chaincode/model/epcis/vocabularies';

/** A term in the shortest spelling that clients know: the bare word of a standard one. */
export const shortTerm = (term: string, vocabulary: Vocabulary): string => {
  const word = term.slice(vocabulary.web.length);
  return term.startsWith(vocabulary.web) && vocabulary.words.has(word) ? word : term;
};
