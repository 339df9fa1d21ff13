import { Progress, Stack, Text } from '@mantine/core';
import { investigationRecord, recallRecord, type RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseValue, useRecord } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { RecallFacts } from './recall-facts.js';
import { investigationOffers } from './recall-offers.js';
import { Reconciliation } from './reconciliation.js';

type Recall = ReadAnswer<'recall'>;

const Scope = ({ members }: Pick<Recall, 'members'>): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section title={t('recalls.scope')}>
      <RecordTable
        rows={members}
        rowKey={({ batch }) => batch}
        empty={t('recalls.noScope')}
        columns={[
          [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
          [t('cols.kind'), ({ kind }) => t(`kinds.${kind}`)],
          [t('cols.owner'), ({ owner }) => <Firm id={owner} />],
          [t('cols.stopped'), ({ stopped }) => <State value={stopped} />],
          [t('cols.decision'), ({ verdict }) => (verdict === null ? '–' : <State value={verdict} />)],
        ]}
      />
    </Section>
  );
};

const PERCENT = 100;

const Holders = ({ holders }: Pick<Recall, 'holders'>): ReactElement => {
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

const RecallProof = ({ id }: { readonly id: string }): ReactElement => {
  const { data } = useRecord('inv', id);
  return data === undefined ? <></> : <Proof txId={data.txId} />;
};

/** An investigation and its recall for who runs it: scope, decisions, holders with responses, clock. */
export const InvestigationView = ({ id, recall: read }: { id: string; recall: Recall }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const investigation = parseValue(investigationRecord, read.investigation);
  const recall: RecallRecord | null = read.recall === null ? null : parseValue(recallRecord, read.recall);
  const title = recall === null ? t('recalls.investigation') : t('recalls.one', { class: recall.class });
  return (
    <Stack>
      <PageHead title={title} state={<State value={recall?.state ?? investigation.state} />}>
        <ActLinks offers={investigationOffers(investigation, read.members)} />
      </PageHead>
      <Section title={t('recalls.investigation')}>
        <Facts
          facts={[
            [t('fields.source'), textOf(investigation.source)],
            [t('cols.batch'), <BatchName key="batch" id={investigation.batch} />],
            [t('cols.state'), <State key="state" value={investigation.state} />],
            [t('cols.who'), <Signer key="by" by={investigation.signalledBy} />],
            [t('cols.when'), <Moment key="at" at={investigation.signalledAt} />],
            [t('fields.enterprise'), <Firm key="starter" id={investigation.starter} />],
          ]}
        />
      </Section>
      {recall !== null && <RecallFacts recall={recall} />}
      <Scope members={read.members} />
      {recall !== null && <Holders holders={read.holders} />}
      {recall !== null && recall.reconciliation !== null && <Reconciliation counts={recall.reconciliation} />}
      <RecallProof id={id} />
    </Stack>
  );
};
