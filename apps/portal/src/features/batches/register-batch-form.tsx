import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { BATCH_KINDS, CONTROL_CLASSES, STORAGE_CLASSES } from '@yaosu/chaincode/model/batch/states';
import { UNITS } from '@yaosu/chaincode/model/kernel/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/use-error-text.js';
import type { BatchDraft } from '../../lib/batch-draft.js';
import { useBatchFields } from './use-batch-fields.js';

interface Props {
  readonly enterprise: string;
  readonly initial: BatchDraft | undefined;
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (draft: BatchDraft) => void;
}

const TEXT_FIELDS = ['name', 'specification', 'product', 'lot'] as const;
const DATE_FIELDS = ['manufactured', 'usableUntil'] as const;

const options = <T extends string>(
  values: readonly T[],
  label: (value: T) => string,
): { value: T; label: string }[] => values.map((value) => ({ value, label: label(value) }));

/** Fields of a new batch, checked by the schemas that peers use, each error at its field. */
export const RegisterBatchForm = ({
  enterprise,
  initial,
  preparing,
  error,
  onSubmit,
}: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { field, sites, mahs, held, check } = useBatchFields(enterprise, initial);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const draft = check();
        if (draft !== undefined) onSubmit(draft);
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {TEXT_FIELDS.map((name) => (
            <TextInput key={name} required {...field(name)} />
          ))}
          <NativeSelect {...field('kind')} data={options(BATCH_KINDS, (value) => t(`kinds.${value}`))} />
          <NativeSelect {...field('site')} data={sites} />
          {DATE_FIELDS.map((name) => (
            <TextInput key={name} type="date" required {...field(name)} />
          ))}
          <NativeSelect {...field('unit')} data={options(UNITS, (value) => t(`units.${value}`))} />
          <NativeSelect
            {...field('storage')}
            data={options(STORAGE_CLASSES, (value) => t(`storages.${value}`))}
          />
          <NativeSelect
            {...field('control')}
            data={options(CONTROL_CLASSES, (value) => t(`controls.${value}`))}
          />
          <NativeSelect {...field('mah')} data={mahs} />
          <TextInput inputMode="decimal" description={t('batches.madeHint')} {...field('made')} />
          <NativeSelect {...field('receivedFrom')} data={held} />
        </SimpleGrid>
        {error !== null && <Alert color="red">{errorText(error)}</Alert>}
        <Group>
          <Button type="submit" loading={preparing}>
            {t('batches.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
