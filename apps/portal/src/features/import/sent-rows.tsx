import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Hash } from '../../ui/hash.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { MoreRows } from './more-rows.js';
import type { EntryState } from './sending/entry.js';
import { headNamed } from './offered-subjects.js';
import { useEntryText } from './use-entry-text.js';
import type { Kept } from './use-kept.js';

const COLOURS: Readonly<Record<EntryState, string>> = {
  waiting: 'gray',
  made: 'yellow',
  received: 'blue',
  committed: 'teal',
  refused: 'red',
};
/** What a person has to look at comes first. */
const ORDER: readonly EntryState[] = ['refused', 'made', 'received', 'waiting', 'committed'];

/** The rows of an import, each with its state, its transaction, or why it was refused. */
export const SentRows = ({ kept: { head, entries } }: { readonly kept: Kept }): ReactElement => {
  const { t } = useTranslation();
  const entryText = useEntryText();
  const telling = headNamed(head.act)?.sameness ?? [];
  const rows = ORDER.flatMap((state) => entries.filter((entry) => entry.state === state));
  return (
    <Section title={t('import.outcome')}>
      <MoreRows rows={rows}>
        {(shown) => (
          <RecordTable
            rows={shown}
            rowKey={({ index }) => String(index)}
            columns={[
              [t('import.row'), ({ line }) => line],
              [t('import.content'), ({ cells }) => telling.flatMap((name) => cells[name] || []).join(' · ')],
              [
                t('import.outcome'),
                ({ state }) => (
                  <Badge color={COLOURS[state]} variant="light" miw="max-content">
                    {t(`import.states.${state}`)}
                  </Badge>
                ),
              ],
              [t('import.transaction'), ({ txId }) => txId !== null && <Hash value={txId} />],
              [t('import.problem'), entryText],
            ]}
          />
        )}
      </MoreRows>
    </Section>
  );
};
