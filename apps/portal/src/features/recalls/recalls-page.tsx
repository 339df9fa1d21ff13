import { Anchor, Stack } from '@mantine/core';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecordPages } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

const SHOWN = 10;

const RecallLink = ({ id }: { readonly id: string }): ReactElement => (
  <Anchor component={Link} to={`/recalls/${id}`} size="sm" ff="monospace">
    {id.slice(0, SHOWN)}
  </Anchor>
);

/** Recalls, which everybody sees, and investigations of the own enterprise. */
export const RecallsPage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Stack>
      <PageHead title={t('recalls.title')}>
        <ActLinks offers={[{ act: recallActs.signal }]} />
      </PageHead>
      <Section title={t('recalls.public')}>
        <RecordList
          query={useRecordPages('rec')}
          empty={t('recalls.none')}
          columns={[
            [t('cols.number'), ({ value }) => <RecallLink id={value.recall} />],
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
          query={useRecordPages('inv')}
          empty={t('recalls.noOwn')}
          columns={[
            [t('cols.number'), ({ value }) => <RecallLink id={value.investigation} />],
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
