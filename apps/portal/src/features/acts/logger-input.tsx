import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { joinLogger, LOGGER_MODELS, OWN_KEY, splitLogger } from '../../lib/act-form/logger-draft.js';

interface Props {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | false;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A logger: its model, and the number that is printed on it. */
export const LoggerInput = ({ label, required, error, value, onChange }: Props): ReactElement => {
  const { t } = useTranslation();
  const { model, number } = splitLogger(value);
  const models = Object.entries(LOGGER_MODELS).map(([id, name]) => ({ value: id, label: name }));
  return (
    <Group align="flex-end" grow wrap="nowrap">
      <NativeSelect
        label={t('act.loggerModel')}
        data={[...models, { value: OWN_KEY, label: t('act.loggerKey') }]}
        value={model}
        onChange={(event) => onChange(joinLogger(event.currentTarget.value, number))}
      />
      <TextInput
        label={label}
        required={required}
        error={error}
        value={number}
        onChange={(event) => onChange(joinLogger(model, event.currentTarget.value))}
      />
    </Group>
  );
};
