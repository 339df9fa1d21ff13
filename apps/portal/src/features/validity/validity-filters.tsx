import { Group, NativeSelect } from '@mantine/core';
import { PAPER_KINDS } from '@yaosu/chaincode/model/validity/states';
import { WHOSE, validityQuery } from '@yaosu/gateway/api/validity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useSetFilters } from '../../lib/use-filters.js';
import { usePaperKind } from './use-paper-kind.js';

const HORIZONS = ['30', '90', '365'] as const;

const filter = z.object({
  kind: validityQuery.kind,
  whose: validityQuery.whose,
  days: z.enum(HORIZONS).default('90'),
});
/** What the address says of the list. */
export type Filter = z.output<typeof filter>;

/** Filters of an address; the usual ones where it says nothing that can be understood. */
export const filterOf = (search: URLSearchParams): Filter =>
  filter.safeParse(Object.fromEntries(search)).data ?? filter.parse({});

/** Kind, whose, and how far ahead; all stand in the address. */
export const ValidityFilters = (chosen: Filter): ReactElement => {
  const { t } = useTranslation();
  const kindText = usePaperKind();
  const set = useSetFilters();
  const all = { value: '', label: t('validity.all') };
  return (
    <Group className="no-print">
      <NativeSelect
        label={t('cols.kind')}
        value={chosen.kind ?? ''}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[all, ...PAPER_KINDS.map((value) => ({ value, label: kindText(value) }))]}
      />
      <NativeSelect
        label={t('validity.whose')}
        value={chosen.whose ?? ''}
        onChange={(event) => set({ whose: event.currentTarget.value })}
        data={[all, ...WHOSE.map((value) => ({ value, label: t(`validity.of.${value}`) }))]}
      />
      <NativeSelect
        label={t('validity.horizon')}
        value={chosen.days}
        onChange={(event) => set({ days: event.currentTarget.value })}
        data={HORIZONS.map((value) => ({ value, label: t('validity.days', { count: Number(value) }) }))}
      />
    </Group>
  );
};
