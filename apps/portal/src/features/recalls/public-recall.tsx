import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useRecord } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { RecallFacts } from './recall-facts.js';
import { responseOffer } from './recall-offers.js';

const Held = ({ recall }: { readonly recall: RecallRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const query = useQuery({ queryKey: ['stock'], queryFn: () => api.read('stock', {}) });
  return (
    <Loaded query={query}>
      {({ stock }) => {
        const held = stock.filter(({ batch }) => recall.batches.includes(batch));
        return (
          <Section title={t('detail.stock')} aside={<ActLinks offers={responseOffer(recall, held)} />}>
            <RecordTable
              rows={held}
              rowKey={({ batch, site, status }) => [batch, site, status].join(' ')}
              empty={t('detail.noStock')}
              columns={[
                [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
                [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
                [t('cols.status'), ({ status }) => <State value={status} />],
                [t('cols.site'), ({ site }) => site ?? '–'],
              ]}
            />
          </Section>
        );
      }}
    </Loaded>
  );
};

/** A recall as a holder sees it: what it says, what the holder has of it, and the way to respond. */
export const PublicRecall = ({ id }: { readonly id: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useRecord('rec', id);
  return (
    <Loaded query={query}>
      {(record) => (
        <Stack>
          <PageHead
            title={t('recalls.one', { class: record.value.class })}
            state={<State value={record.value.state} />}
          />
          <RecallFacts recall={record.value} />
          <Held recall={record.value} />
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
