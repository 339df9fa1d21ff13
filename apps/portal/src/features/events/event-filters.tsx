import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { SCAN_WORDS } from '@yaosu/gateway/api/scan-words';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../lib/language.js';
import { useSetFilters } from '../../lib/use-filters.js';
import { wallClock } from '../../lib/wall-clock.js';
import { askedEpc } from './asked-epc.js';
import { EVENT_TYPES, SOURCES, type EventFilter } from './event-filter.js';
import { useTermText } from './use-term-text.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Why a text names nothing; undefined when it names something or is empty. */
const useEpcProblem = (): ((text: string) => string | undefined) => {
  const { i18n } = useTranslation();
  const language = LANGUAGES.find((each) => each === i18n.language) ?? 'en';
  return (text) => {
    if (text.trim() === '') return undefined;
    const asked = askedEpc(text);
    return 'problems' in asked
      ? asked.problems.map((kind) => SCAN_WORDS[kind][language]).join(' ')
      : undefined;
  };
};

/** One field for what a person types or a scanner reads; Enter finds. */
const EpcInput = ({ chosen }: { readonly chosen: EventFilter }): ReactElement => {
  const { t } = useTranslation();
  const problemOf = useEpcProblem();
  const set = useSetFilters();
  const [text, setText] = useState(chosen.epc ?? '');
  const find = (event: SyntheticEvent): void => {
    event.preventDefault();
    set({ epc: text.trim() });
  };
  return (
    <form onSubmit={find}>
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <TextInput
          label={t('events.epc')}
          description={t('events.epcHint')}
          error={problemOf(chosen.epc ?? '')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          style={{ flexGrow: 1 }}
        />
        <Button type="submit" variant="light" style={{ flexShrink: 0 }}>
          {t('events.find')}
        </Button>
      </Group>
    </form>
  );
};

const useChoices = (): Readonly<Record<'type' | 'step' | 'disposition' | 'source', readonly Choice[]>> => {
  const { t, i18n } = useTranslation();
  const termText = useTermText();
  const all = { value: '', label: t('loads.all') };
  const termsOf = (name: 'bizStep' | 'disposition'): Choice[] =>
    [...VOCABULARIES[name].words]
      .map((value) => ({ value, label: termText(name, value) }))
      .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return {
    type: [all, ...EVENT_TYPES.map((value) => ({ value, label: t(`eventTerms.type.${value}`) }))],
    step: [all, ...termsOf('bizStep')],
    disposition: [all, ...termsOf('disposition')],
    source: [all, ...SOURCES.map((value) => ({ value, label: t(`events.sources.${value}`) }))],
  };
};

/** What is looked for; every choice stands in the address. */
export const EventFilters = ({ chosen }: { readonly chosen: EventFilter }): ReactElement => {
  const { t } = useTranslation();
  const set = useSetFilters();
  const choices = useChoices();
  const select = (name: keyof typeof choices, label: string): ReactElement => (
    <NativeSelect
      label={label}
      data={[...choices[name]]}
      value={chosen[name] ?? ''}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const moment = (name: 'from' | 'to', label: string): ReactElement => (
    <TextInput
      type="datetime-local"
      label={label}
      value={chosen[name] === undefined ? '' : wallClock(chosen[name])}
      onChange={({ currentTarget: { value } }) =>
        set({ [name]: value === '' ? '' : new Date(value).toISOString() })
      }
    />
  );
  return (
    <Stack gap="sm" className="no-print">
      <EpcInput key={chosen.epc ?? ''} chosen={chosen} />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {select('type', t('events.type'))}
        {select('step', t('cols.bizStep'))}
        {select('disposition', t('events.disposition'))}
        {moment('from', t('events.from'))}
        {moment('to', t('events.to'))}
        {select('source', t('events.source'))}
      </SimpleGrid>
    </Stack>
  );
};
