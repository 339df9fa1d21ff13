import { Group, NativeSelect, TextInput } from '@mantine/core';
import { DESK_KINDS, DESK_STATES, type DeskKind } from '@yaosu/gateway/api/quality';
import { WHOSE } from '@yaosu/gateway/api/validity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { oneOf, textUpTo, type Chosen } from '../../lib/filter-values.js';
import { useSetFilters } from '../../lib/use-filters.js';

const MAX_WORDS = 100;

/** What the address says of the desk. */
export const deskFilter = {
  kind: oneOf(DESK_KINDS),
  state: oneOf(DESK_STATES),
  whose: oneOf(WHOSE),
  q: textUpTo(MAX_WORDS),
};
/** Filters of the desk. */
export type Filter = Chosen<typeof deskFilter>;

interface Props {
  readonly chosen: Filter;
  /** How much of each kind there is; undefined until that is known. */
  readonly counts: Readonly<Record<DeskKind, number>> | undefined;
}

/** Kind, state, whose turn, and words of the product; all stand in the address. */
export const DeskFilters = ({ chosen, counts }: Props): ReactElement => {
  const { t } = useTranslation();
  const set = useSetFilters();
  const all = { value: '', label: t('quality.all') };
  const kindLabel = (each: DeskKind): string =>
    counts === undefined
      ? t(`quality.kind.${each}`)
      : t('quality.counted', { kind: t(`quality.kind.${each}`), count: counts[each] });
  return (
    <Group className="no-print" align="flex-end">
      <NativeSelect
        label={t('cols.kind')}
        value={chosen.kind ?? ''}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[all, ...DESK_KINDS.map((value) => ({ value, label: kindLabel(value) }))]}
      />
      <NativeSelect
        label={t('cols.state')}
        value={chosen.state ?? ''}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[all, ...DESK_STATES.map((value) => ({ value, label: t(`quality.state.${value}`) }))]}
      />
      <NativeSelect
        label={t('quality.turn')}
        value={chosen.whose ?? ''}
        onChange={(event) => set({ whose: event.currentTarget.value })}
        data={[all, ...WHOSE.map((value) => ({ value, label: t(`validity.of.${value}`) }))]}
      />
      <TextInput
        type="search"
        label={t('quality.words')}
        key={chosen.q ?? ''}
        defaultValue={chosen.q ?? ''}
        onBlur={(event) => set({ q: event.currentTarget.value.trim() })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set({ q: event.currentTarget.value.trim() });
        }}
      />
    </Group>
  );
};
