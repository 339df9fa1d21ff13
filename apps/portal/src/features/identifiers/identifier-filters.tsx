import { Group, NativeSelect, TextInput } from '@mantine/core';
import { MOST_HANDLE, SYNC_STATES } from '@yaosu/gateway/api/identifiers';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { oneOf, textUpTo, type Chosen } from '../../lib/filter-values.js';
import { useSetFilters } from '../../lib/use-filters.js';

/** Filters that the address may hold. */
export const identifierFilter = { sync: oneOf(SYNC_STATES), contains: textUpTo(MOST_HANDLE) };

/** State with the secondary node, and a part of the identifier. */
export const IdentifierFilters = (chosen: Chosen<typeof identifierFilter>): ReactElement => {
  const { t } = useTranslation();
  const set = useSetFilters();
  return (
    <Group className="no-print" align="flex-end">
      <NativeSelect
        label={t('identifiers.sync')}
        value={chosen.sync ?? ''}
        onChange={(event) => set({ sync: event.currentTarget.value })}
        data={[
          { value: '', label: t('identifiers.all') },
          ...SYNC_STATES.map((value) => ({ value, label: t(`identifiers.states.${value}`) })),
        ]}
      />
      <TextInput
        label={t('identifiers.contains')}
        maxLength={MOST_HANDLE}
        value={chosen.contains ?? ''}
        onChange={(event) => set({ contains: event.currentTarget.value })}
      />
    </Group>
  );
};
