import { Anchor, Stack, Tabs } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecordPages } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

const SHOWN = 10;

const DocumentLink = ({ id }: { readonly id: string }): ReactElement => (
  <Anchor component={Link} to={`/documents/${id}`} size="sm" ff="monospace">
    {id.slice(0, SHOWN)}
  </Anchor>
);

const OwnDocuments = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordList
      query={useRecordPages('doc')}
      empty={t('documents.noOwn')}
      columns={[
        [t('cols.document'), ({ value }) => <DocumentLink id={value.document} />],
        [t('cols.kind'), ({ value }) => textOf(value.kind)],
        [t('cols.about'), ({ value }) => (value.batch === null ? '–' : <BatchName id={value.batch} />)],
        [t('cols.state'), ({ value }) => <State value={value.state} />],
        [t('cols.block'), ({ block }) => block],
      ]}
    />
  );
};

const GrantedDocuments = (): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const query = useRecordPages('grant');
  const toMe = query.data && {
    ...query.data,
    pages: query.data.pages.map((page) => ({
      ...page,
      records: page.records.filter(({ value }) => value.enterprise === enterprise),
    })),
  };
  return (
    <RecordList
      query={toMe === undefined ? query : ({ ...query, data: toMe } as typeof query)}
      empty={t('documents.noGranted')}
      columns={[
        [t('cols.document'), ({ value }) => <DocumentLink id={value.document} />],
        [t('cols.owner'), ({ value }) => <Signer by={value.grantedBy} />],
        [t('cols.when'), ({ value }) => <Moment at={value.grantedAt} />],
        [
          t('cols.until'),
          ({ value }) => {
            if (value.withdrawnAt !== null) return t('documents.withdrawn');
            return value.until === null ? t('documents.forGood') : <Moment at={value.until} />;
          },
        ],
        [t('cols.block'), ({ block }) => block],
      ]}
    />
  );
};

/** Documents: the own ones, and those that others have opened. */
export const DocumentsPage = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack>
      <PageHead title={t('documents.title')}>
        <ActLinks offers={[{ act: HEADS.Document.publish }]} />
      </PageHead>
      <Tabs defaultValue="own" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="own">{t('documents.own')}</Tabs.Tab>
          <Tabs.Tab value="granted">{t('documents.granted')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="own">
          <OwnDocuments />
        </Tabs.Panel>
        <Tabs.Panel value="granted">
          <GrantedDocuments />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
};
