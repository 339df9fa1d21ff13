import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}

/** A field of digits. */
export const DigitsInput = ({ label, value, wrong, onChange }: Props): ReactElement => {
  const { t } = useTranslation();
  return (
    <TextInput
      label={label}
      required
      inputMode="numeric"
      error={wrong && t('batches.wrong')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
};
