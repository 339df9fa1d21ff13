import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecords } from '../../lib/records.js';
import { Loaded } from '../../ui/loaded.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

/** Own documents about a batch. */
export const BatchDocuments = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const query = useRecords('doc', batch);
  return (
    <Section title={t('detail.documents')}>
      <Loaded query={query} empty={t('detail.noDocuments')} isEmpty={(records) => records.length === 0}>
        {(records) => (
          <RecordTable
            rows={records}
            rowKey={({ key }) => key}
            columns={[
              [
                t('cols.kind'),
                ({ value }) => (
                  <Anchor component={Link} to={`/documents/${value.document}`} size="sm">
                    {textOf(value.kind)}
                  </Anchor>
                ),
              ],
              [t('cols.state'), ({ value }) => <State value={value.state} />],
              [t('cols.block'), ({ block }) => block],
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
};
