import { NativeSelect } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../lib/query-client.js';
import {
  PURPOSES,
  readingPurpose,
  setReadingPurpose,
  type ReadingPurpose,
} from '../../lib/reading-purpose.js';
import { useSignedIn } from '../../lib/session.js';
import { useValueText } from '../../ui/use-value-text.js';

/** The purpose of an authority's reads; firms need none and are not asked. */
export const PurposePicker = (): ReactElement | null => {
  const { t } = useTranslation();
  const valueText = useValueText();
  const { roles } = useSignedIn();
  const [purpose, setPurpose] = useState(readingPurpose);
  if (!roles.includes('authority')) return null;
  const choose = (chosen: ReadingPurpose): void => {
    setPurpose(chosen);
    setReadingPurpose(chosen);
    void queryClient.invalidateQueries();
  };
  return (
    <NativeSelect
      size="xs"
      w={150}
      aria-label={t('readingPurpose')}
      title={t('readingPurposeHint')}
      value={purpose}
      onChange={({ currentTarget }) => choose(currentTarget.value as ReadingPurpose)}
      data={PURPOSES.map((value) => ({ value, label: valueText(value) }))}
    />
  );
};
