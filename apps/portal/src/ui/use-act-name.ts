import { useTranslation } from 'react-i18next';

/** What an act is called in the reader's language. */
export const useActName = (): ((contract: string, act: string) => string) => {
  const { t } = useTranslation();
  return (contract, act) => t([`acts.${contract}.${act}`, `${contract}.${act}`]);
};
