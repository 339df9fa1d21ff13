import { ActionIcon, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { setLanguage } from '../lib/i18n.js';
import { LANGUAGES, type Language } from '../lib/language.js';

const NAMES: Readonly<Record<Language, string>> = { zh: '中', en: 'EN' };

/** Language and colour scheme. */
export const Preferences = (): ReactElement => {
  const { t, i18n } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('language')}
        value={i18n.language}
        onChange={(value) => void setLanguage(value as Language)}
        data={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
      />
      <ActionIcon
        variant="default"
        aria-label={t('theme')}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        {scheme === 'dark' ? '☀' : '☾'}
      </ActionIcon>
    </>
  );
};
