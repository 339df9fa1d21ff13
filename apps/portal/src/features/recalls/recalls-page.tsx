import { Anchor, Group, NativeSelect, Stack } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { oneOf, type Chosen } from '../../lib/filter-values.js';
import { useRecordPages } from '../../lib/records.js';
import { useFilters, useSetFilters } from '../../lib/use-filters.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { DrillBadge } from '../../ui/drill-badge.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

const SHOWN = 10;

const RecallLink = ({ id, of }: { readonly id: string; readonly of: { drill: boolean } }): ReactElement => (
  <Group gap="xs">
    <Anchor component={Link} to={`/recalls/${id}`} size="sm" ff="monospace">
      {id.slice(0, SHOWN)}
    </Anchor>
    <DrillBadge of={of} />
  </Group>
);

const DRILLS = ['false', 'true'] as const;
const filter = { drill: oneOf(DRILLS) };
type Filter = Chosen<typeof filter>;

const Filters = ({ drill }: Filter): ReactElement => {
  const { t } = useTranslation();
  const set = useSetFilters();
  return (
    <Group className="no-print">
      <NativeSelect
        label={t('drills.filter')}
        value={drill ?? ''}
        onChange={(event) => set({ drill: event.currentTarget.value })}
        data={[
          { value: '', label: t('drills.all') },
          ...DRILLS.map((value) => ({ value, label: t(`drills.only.${value}`) })),
        ]}
      />
    </Group>
  );
};

/** Recalls, which everybody sees, and investigations of the own enterprise. */
export const RecallsPage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const filtered = useFilters(filter);
  return (
    <Stack>
      <PageHead title={t('recalls.title')}>
        <ActLinks offers={[{ act: HEADS.Recall.signal }]} />
      </PageHead>
      <Filters {...filtered} />
      <Section title={t('recalls.public')}>
        <RecordList
          query={useRecordPages('rec', filtered)}
          empty={t('recalls.none')}
          columns={[
            [t('cols.number'), ({ value }) => <RecallLink id={value.recall} of={value} />],
            [t('cols.class'), ({ value }) => value.class],
            [t('cols.kind'), ({ value }) => textOf(value.kind)],
            [t('fields.mah'), ({ value }) => <Firm id={value.mah} />],
            [t('cols.opened'), ({ value }) => <Moment at={value.openedAt} />],
            [t('cols.state'), ({ value }) => <State value={value.state} />],
            [t('cols.block'), ({ block }) => block],
          ]}
        />
      </Section>
      <Section title={t('recalls.own')}>
        <RecordList
          query={useRecordPages('inv', filtered)}
          empty={t('recalls.noOwn')}
          columns={[
            [t('cols.number'), ({ value }) => <RecallLink id={value.investigation} of={value} />],
            [t('fields.source'), ({ value }) => textOf(value.source)],
            [t('cols.batch'), ({ value }) => <BatchName id={value.batch} />],
            [t('cols.who'), ({ value }) => <Signer by={value.signalledBy} />],
            [t('cols.when'), ({ value }) => <Moment at={value.signalledAt} />],
            [t('cols.state'), ({ value }) => <State value={value.state} />],
            [t('cols.block'), ({ block }) => block],
          ]}
        />
      </Section>
    </Stack>
  );
};
