import {
  bareTerm,
  VOCABULARIES,
  webTerm,
  type VocabularyName,
} from '@yaosu/chaincode/model/epcis/vocabularies';
import { shortTerm } from '@yaosu/gateway/api/epcis-terms';
import { useTranslation } from 'react-i18next';

/** Vocabularies whose standard words have words for people. */
export type ToldVocabulary = Exclude<VocabularyName, 'alert' | 'component'>;

/** A term in words, in whichever spelling it came; what is no standard word stays as it is. */
export const useTermText = (): ((vocabulary: ToldVocabulary, term: string) => string) => {
  const { t } = useTranslation();
  return (name, term) => {
    const vocabulary = VOCABULARIES[name];
    const word = shortTerm(webTerm(bareTerm(vocabulary, term)), vocabulary);
    const isStandard = vocabulary.words.has(word);
    return isStandard ? t([`eventTerms.${name}.${word}`, word]) : word;
  };
};
