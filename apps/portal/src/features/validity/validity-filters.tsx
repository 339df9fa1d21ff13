import { Group, NativeSelect } from '@mantine/core';
import { PAPER_KINDS } from '@yaosu/chaincode/model/validity/states';
import { WHOSE } from '@yaosu/gateway/api/validity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenOf, oneOf, type Chosen } from '../../lib/filter-values.js';
import { useSetFilters } from '../../lib/use-filters.js';
import { usePaperKind } from './use-paper-kind.js';

const HORIZONS = ['30', '90', '365'] as const;

const filter = { kind: oneOf(PAPER_KINDS), whose: oneOf(WHOSE), days: oneOf(HORIZONS) };
/** What the address says of the list. */
export type Filter = Chosen<typeof filter> & { readonly days: (typeof HORIZONS)[number] };

/** Filters of an address; the usual horizon where it says none. */
export const filterOf = (search: URLSearchParams): Filter => ({ days: '90', ...chosenOf(filter, search) });

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
