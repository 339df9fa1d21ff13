import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { CASE_PURPOSES } from '@yaosu/chaincode/model/authority/purposes';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenPurpose, givePurpose, onPurpose } from '../lib/purpose.js';
import { useValueText } from './use-value-text.js';

/** An authority says why it reads; without a purpose it sees what is public. */
export const PurposeInput = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const cache = useQueryClient();
  const purpose = useSyncExternalStore(onPurpose, chosenPurpose);
  const options = CASE_PURPOSES.map((each) => ({ value: each, label: textOf(each) }));
  return (
    <NativeSelect
      size="xs"
      label={t('session.purpose')}
      title={t('readingPurposeHint')}
      data={[{ value: '', label: '–' }, ...options]}
      value={purpose}
      onChange={(event) => {
        givePurpose(event.currentTarget.value);
        void cache.invalidateQueries();
      }}
    />
  );
};
