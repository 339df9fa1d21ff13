import { Alert, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { MAX_APPLICATION, SERIAL_SCHEMES, type SerialScheme } from '@yaosu/gateway/api/codes';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isGtin } from '../../lib/gs1-numbers.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { DigitsInput } from './digits-input.js';

const SCHEMES = Object.keys(SERIAL_SCHEMES) as SerialScheme[];
const USUAL = '1000';

/** What is applied for. */
export interface Application {
  readonly gtin: string;
  readonly scheme: SerialScheme;
  readonly count: number;
}

interface Props {
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (application: Application) => void;
}

/** Asks for which GTIN serials are needed, how many, and how they look. */
export const ApplyForm = ({ preparing, error, onSubmit }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [gtin, setGtin] = useState('');
  const [typed, setTyped] = useState(USUAL);
  const [scheme, setScheme] = useState<SerialScheme>('letters12');
  const [isChecked, setChecked] = useState(false);
  const count = Number(typed);
  const isCounted = Number.isInteger(count) && count > 0 && count <= MAX_APPLICATION;
  const submit = (): void => {
    setChecked(true);
    if (isGtin(gtin) && isCounted) onSubmit({ gtin, scheme, count });
  };
  return (
    <Stack>
      <DigitsInput
        label={t('fields.prefix')}
        value={gtin}
        onChange={setGtin}
        wrong={isChecked && !isGtin(gtin)}
      />
      <DigitsInput
        label={t('codes.needed')}
        value={typed}
        onChange={setTyped}
        wrong={isChecked && !isCounted}
      />
      <NativeSelect
        label={t('codes.scheme')}
        data={SCHEMES.map((value) => ({ value, label: t(`codes.schemes.${value}`) }))}
        value={scheme}
        onChange={(event) => setScheme(event.currentTarget.value as SerialScheme)}
      />
      {error !== null && <Alert color="red">{errorText(error)}</Alert>}
      <Group>
        <Button loading={preparing} onClick={submit}>
          {t('batches.next')}
        </Button>
      </Group>
    </Stack>
  );
};
