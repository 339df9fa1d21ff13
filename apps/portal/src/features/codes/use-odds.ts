import { useTranslation } from 'react-i18next';

const DIGITS = 3;

/** A chance in words: one in so many. */
export const useOdds = (): ((chance: number) => string) => {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { maximumSignificantDigits: DIGITS });
  return (chance) => (chance === 0 ? '–' : t('codes.oneIn', { many: format.format(1 / chance) }));
};
