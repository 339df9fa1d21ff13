import { Alert, Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { isGtin } from '../../lib/gs1-numbers.js';
import { Loaded } from '../../ui/loaded.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useValueText } from '../../ui/use-value-text.js';
import { DigitsInput } from './digits-input.js';
import { BlocksMissing, type Wanted } from './prepare-commission.js';

type Line = ReadAnswer<'stock'>['stock'][number] & { readonly site: string };

interface Props {
  readonly batch: string;
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (wanted: Wanted) => void;
}

const Fields = ({
  batch,
  lines,
  preparing,
  error,
  onSubmit,
}: Props & { lines: readonly Line[] }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const errorText = useErrorText();
  const [place, setPlace] = useState('0');
  const line = lines[Number(place)];
  const [gtin, setGtin] = useState('');
  const [typed, setTyped] = useState(line?.quantity ?? '');
  const [isChecked, setChecked] = useState(false);
  const count = Number(typed);
  const isCounted = Number.isInteger(count) && count > 0;
  const submit = (): void => {
    setChecked(true);
    if (line === undefined || !isGtin(gtin) || !isCounted) return;
    onSubmit({ batch, gtin, count, site: line.site, status: line.status });
  };
  return (
    <Stack>
      <NativeSelect
        label={t('codes.outOf')}
        data={lines.map(({ quantity, unit, status, site }, i) => ({
          value: String(i),
          label: `${quantity} ${textOf(unit)} · ${textOf(status)} · ${site}`,
        }))}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <DigitsInput
        label={t('fields.prefix')}
        value={gtin}
        onChange={setGtin}
        wrong={isChecked && !isGtin(gtin)}
      />
      <DigitsInput
        label={t('codes.count')}
        value={typed}
        onChange={setTyped}
        wrong={isChecked && !isCounted}
      />
      {error !== null && (
        <Alert color="red">
          {error instanceof BlocksMissing ? t('codes.blocksMissing') : errorText(error)}
        </Alert>
      )}
      <Group>
        <Button loading={preparing} onClick={submit}>
          {t('batches.next')}
        </Button>
      </Group>
    </Stack>
  );
};

const onShelf = (line: ReadAnswer<'stock'>['stock'][number]): line is Line =>
  line.site !== null && line.shipment === null;

/** Asks which stock gets codes of which GTIN, and how many. */
export const CommissionForm = (props: Props): ReactElement => {
  const { t } = useTranslation();
  const { batch } = props;
  const query = useQuery({ queryKey: ['stock', batch], queryFn: () => api.read('stock', {}, { batch }) });
  return (
    <Loaded query={query} empty={t('detail.noStock')} isEmpty={({ stock }) => !stock.some(onShelf)}>
      {({ stock }) => <Fields {...props} lines={stock.filter(onShelf)} />}
    </Loaded>
  );
};
