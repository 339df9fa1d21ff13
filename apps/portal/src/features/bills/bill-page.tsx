import { Alert, Anchor, Stack } from '@mantine/core';
import { BILL_KIND_WORDS } from '@yaosu/gateway/api/bill-kinds';
import type { BillLineView, BillView } from '@yaosu/gateway/api/bills';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { usePages } from '../../lib/use-pages.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { BillBadge } from './bill-badge.js';
import { BillSubject } from './bill-subject.js';
import { SendBillAgain } from './send-bill-again.js';
import { useKindText } from './use-kind-text.js';

const Lines = ({ lines }: { readonly lines: readonly BillLineView[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={lines.map((line, at) => ({ ...line, at }))}
      rowKey={({ at }) => String(at)}
      columns={[
        [t('bills.level'), ({ level }) => t(`bills.levels.${level}`)],
        [t('bills.code'), ({ code }) => (code === null ? '–' : <Hash value={code} />)],
        [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
        [t('bills.quantity'), ({ quantity }) => quantity],
      ]}
    />
  );
};

const Reversed = ({ id }: { readonly id: string }): ReactElement => (
  <Anchor component={Link} to={`/bills/${id}`} size="sm">
    {id.slice(0, SHOWN)}
  </Anchor>
);

const SHOWN = 10;

const BillFacts = ({ bill }: { readonly bill: BillView }): ReactElement => {
  const { t } = useTranslation();
  const { kind, at, day, partner, quantity, subject, txId, reverses } = bill;
  return (
    <Facts
      facts={[
        [t('bills.direction'), t(`bills.directions.${BILL_KIND_WORDS[kind].direction}`)],
        [t('cols.when'), <Moment key="at" at={at} />],
        [t('bills.day'), day],
        [t('bills.partner'), <Firm key="partner" id={partner} />],
        [t('bills.quantity'), quantity],
        [t('bills.record'), <BillSubject key="subject" subject={subject} />],
        [t('proof.transaction'), <Hash key="tx" value={txId} />],
        [t('bills.reverses'), reverses === null ? '–' : <Reversed key="reverses" id={reverses} />],
        [t('bills.platform'), bill.platform ?? '–'],
        [t('bills.externalNo'), bill.externalNo ?? '–'],
        [t('bills.stateAt'), <Moment key="since" at={bill.stateAt} />],
      ]}
    />
  );
};

const Refusal = ({ id, refusal }: Pick<BillView, 'id' | 'refusal'>): ReactElement => {
  const { t } = useTranslation();
  if (refusal === null) return <></>;
  return (
    <Alert color="red" title={`${refusal.text} (${refusal.code})`}>
      <Stack gap="xs">
        {t('bills.refusedHint')}
        <SendBillAgain id={id} />
      </Stack>
    </Alert>
  );
};

/** A bill with its lines. */
export const BillPage = (): ReactElement => {
  const { t } = useTranslation();
  const kindText = useKindText();
  const { id = '' } = useParams();
  const query = usePages(['bills', id], (cursor) => api.read('bill', { id }, { cursor }));
  const bill = query.data?.pages[0]?.bill;
  return (
    <Stack>
      <Loaded query={query}>
        {() =>
          bill === undefined ? null : (
            <>
              <PageHead
                title={t('bills.one', { kind: kindText(bill.kind) })}
                state={<BillBadge state={bill.state} />}
              />
              <Refusal {...bill} />
              <BillFacts bill={bill} />
              <Section title={t('bills.lines')}>
                <PagedList query={query} rowsOf={({ lines }) => lines}>
                  {(pages) => <Lines lines={pages.flatMap(({ lines }) => lines)} />}
                </PagedList>
              </Section>
            </>
          )
        }
      </Loaded>
    </Stack>
  );
};
