import { Group, NativeSelect, TextInput } from '@mantine/core';
import { BILL_KINDS, BILL_STATES } from '@yaosu/gateway/api/bill-kinds';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDay, oneOf, textUpTo, type Chosen } from '../../lib/filter-values.js';
import { useEnterprises } from '../../lib/use-enterprises.js';
import { useSetFilters } from '../../lib/use-filters.js';
import { useKindText } from './use-kind-text.js';

const MAX_ID = 32;

/** Filters that the address may hold. */
export const billFilter = {
  kind: oneOf(BILL_KINDS),
  state: oneOf(BILL_STATES),
  from: calendarDay,
  to: calendarDay,
  partner: textUpTo(MAX_ID),
};

/** Kind, state, days and other side. */
export const BillFilters = (chosen: Chosen<typeof billFilter>): ReactElement => {
  const { t } = useTranslation();
  const kindText = useKindText();
  const firms = useEnterprises();
  const set = useSetFilters();
  const all = { value: '', label: t('bills.all') };
  return (
    <Group className="no-print" align="flex-end">
      <NativeSelect
        label={t('bills.kind')}
        value={chosen.kind ?? ''}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[all, ...BILL_KINDS.map((value) => ({ value, label: kindText(value) }))]}
      />
      <NativeSelect
        label={t('cols.state')}
        value={chosen.state ?? ''}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[all, ...BILL_STATES.map((value) => ({ value, label: t(`bills.states.${value}`) }))]}
      />
      <NativeSelect
        label={t('bills.partner')}
        value={chosen.partner ?? ''}
        onChange={(event) => set({ partner: event.currentTarget.value })}
        data={[all, ...firms.map(({ enterprise: value, name: label }) => ({ value, label }))]}
      />
      <TextInput
        type="date"
        label={t('bills.from')}
        value={chosen.from ?? ''}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('bills.to')}
        value={chosen.to ?? ''}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </Group>
  );
};
