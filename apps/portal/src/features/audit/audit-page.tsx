import { Anchor, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { api } from '../../lib/api.js';
import { useRecordPages } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { usePages } from '../../lib/use-pages.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { useValueText } from '../../ui/use-value-text.js';
import { OwnTransactions } from './own-transactions.js';

const Cases = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section
      title={t('audit.cases')}
      aside={<ActLinks offers={[{ act: HEADS.Authority.openCase, fixed: { parcel: null } }]} />}
    >
      <RecordList
        query={useRecordPages('case')}
        empty={t('audit.noCases')}
        columns={[
          [
            t('cols.purpose'),
            ({ value }) => (
              <Anchor component={Link} to={`/audit/${value.case}`} size="sm">
                {textOf(value.purpose)}
              </Anchor>
            ),
          ],
          [t('fields.root'), ({ value }) => <BatchName id={value.root} />],
          [t('cols.who'), ({ value }) => <Signer by={value.openedBy} />],
          [t('cols.opened'), ({ value }) => <Moment at={value.openedAt} />],
          [t('waste.closed'), ({ value }) => <Moment at={value.closedAt} />],
          [t('cols.block'), ({ block }) => block],
          [
            t('cols.does'),
            (record) =>
              record.value.closedAt === null && (
                <ActLinks
                  offers={[{ act: HEADS.Authority.closeCase, fixed: { case: record.value.case } }]}
                  seen={record}
                  small
                />
              ),
          ],
        ]}
      />
    </Section>
  );
};

const Blocks = (): ReactElement => {
  const { t } = useTranslation();
  const query = usePages(['blocks'], (cursor) => api.read('blocks', {}, { cursor }));
  return (
    <Section title={t('audit.blocks')}>
      <PagedList query={query} rowsOf={({ blocks }) => blocks}>
        {(pages) => (
          <RecordTable
            rows={pages.flatMap(({ blocks }) => blocks)}
            rowKey={(block) => String(block.number)}
            columns={[
              [
                t('ledger.number'),
                ({ number, provisional }) =>
                  provisional ? `${String(number)} · ${t('provisional')}` : number,
              ],
              [t('ledger.transactions'), (block) => `${String(block.valid)} / ${String(block.transactions)}`],
              [t('ledger.hash'), (block) => <Hash value={block.headerHash} />],
              [t('ledger.previous'), (block) => <Hash value={block.previousHash} />],
            ]}
          />
        )}
      </PagedList>
    </Section>
  );
};

/** What an auditor asks: own transactions with signers, an authority's cases, and the chain of blocks. */
export const AuditPage = (): ReactElement => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  return (
    <Stack>
      <PageHead title={t('audit.title')} />
      {roles.includes('authority') ? <Cases /> : <OwnTransactions />}
      <Blocks />
    </Stack>
  );
};
