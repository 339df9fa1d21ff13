import { Progress, Text } from '@mantine/core';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

type Recall = ReadAnswer<'recall'>;

const PERCENT = 100;

/** Who has something in scope by the ledger, and who has not responded. */
export const Holders = ({ holders }: Pick<Recall, 'holders'>): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const all = new Set(holders.map(({ holder }) => holder)).size;
  const done = new Set(holders.filter(({ response }) => response !== null).map(({ holder }) => holder)).size;
  return (
    <Section title={t('recalls.holders')}>
      {all > 0 && (
        <>
          <Text size="sm">{t('recalls.responded', { done, all })}</Text>
          <Progress value={(PERCENT * done) / all} aria-label={t('recalls.responded', { done, all })} />
        </>
      )}
      <RecordTable
        rows={holders}
        rowKey={({ batch, holder, unit }) => [batch, holder, unit].join(' ')}
        empty={t('recalls.noHolders')}
        columns={[
          [t('cols.holder'), ({ holder }) => <Firm id={holder} />],
          [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
          [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
          [
            t('cols.response'),
            ({ response }) =>
              response === null ? (
                <Text size="sm" c="red">
                  {t('recalls.silent')}
                </Text>
              ) : (
                <State value={response} />
              ),
          ],
        ]}
      />
    </Section>
  );
};
