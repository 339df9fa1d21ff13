import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { BATCH_KINDS, CONTROL_CLASSES, STORAGE_CLASSES } from '@yaosu/chaincode/model/batch/states';
import { UNITS } from '@yaosu/chaincode/model/kernel/quantity';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { batchDraft, type BatchDraft } from './batch-draft.js';

interface Props {
  readonly enterprise: string;
  readonly initial: BatchDraft | undefined;
  readonly preparing: boolean;
  readonly error: unknown;
  readonly onSubmit: (draft: BatchDraft) => void;
}

const EMPTY = {
  name: '',
  product: '',
  lot: '',
  specification: '',
  kind: 'startingMaterial',
  mah: '',
  site: '',
  unit: 'KGM',
  storage: 'ambient',
  control: 'none',
  manufactured: '',
  usableUntil: '',
};
type Fields = typeof EMPTY;

const TEXT_FIELDS = ['name', 'specification', 'product', 'lot'] as const;
const DATE_FIELDS = ['manufactured', 'usableUntil'] as const;

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
  const [fields, setFields] = useState<Fields>(initial ?? EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<PropertyKey>>(new Set());
  const { data: own } = useQuery({
    queryKey: ['enterprise', enterprise],
    queryFn: () => api.read('enterprise', { id: enterprise }),
  });
  const sites = (own?.sites ?? []).map((site) => ({ value: site.gln, label: `${site.name} · ${site.gln}` }));
  const filled = { ...fields, site: fields.site === '' ? (sites[0]?.value ?? '') : fields.site };
  const field = (
    name: keyof Fields,
  ): {
    label: string;
    value: string;
    error: string | false;
    onChange: (event: { currentTarget: { value: string } }) => void;
  } => ({
    label: t(`batches.${name}`),
    value: filled[name],
    error: wrong.has(name) && t('batches.wrong'),
    onChange: ({ currentTarget: { value } }) => setFields((before) => ({ ...before, [name]: value })),
  });
  const options = <T extends string>(
    values: readonly T[],
    label: (value: T) => string,
  ): { value: T; label: string }[] => values.map((value) => ({ value, label: label(value) }));
  const submit = (): void => {
    const parsed = batchDraft.safeParse(filled);
    setWrong(new Set(parsed.error?.issues.map((issue) => issue.path[0] ?? '') ?? []));
    if (parsed.success) onSubmit(parsed.data);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
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
          <TextInput {...field('mah')} />
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
