import { Stack } from '@mantine/core';
import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseValue, useRecord } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { DrillBand } from '../../ui/drill-band.js';
import { Firm } from '../../ui/firm.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { DrillTimes } from './drill-times.js';
import { HeldOfRecall } from './held-of-recall.js';
import { RecallFacts } from './recall-facts.js';
import { Holders } from './holders.js';
import { InvestigationFacts } from './investigation-facts.js';
import { caseOffer, investigationOffers } from './recall-offers.js';
import { Reconciliation } from './reconciliation.js';
import { Responses } from './responses.js';

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
          [t('cols.does'), ({ batch, owner }) => <ActLinks offers={caseOffer(batch, owner)} small />],
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
  const investigation = parseValue('inv', read.investigation);
  const recall: RecallRecord | null = read.recall === null ? null : parseValue('rec', read.recall);
  const title = recall === null ? t('recalls.investigation') : t('recalls.one', { class: recall.class });
  return (
    <Stack>
      <DrillBand of={investigation} />
      <PageHead title={title} state={<State value={recall?.state ?? investigation.state} />}>
        <ActLinks offers={investigationOffers(investigation, read)} />
      </PageHead>
      <InvestigationFacts investigation={investigation} />
      {investigation.drill && <DrillTimes investigation={investigation} recall={recall} read={read} />}
      {recall !== null && <RecallFacts recall={recall} />}
      <Scope members={read.members} />
      {recall !== null && (
        <>
          <Holders holders={read.holders} />
          <Responses responses={read.responses} />
          <HeldOfRecall recall={recall} />
        </>
      )}
      {recall !== null && recall.reconciliation !== null && <Reconciliation counts={recall.reconciliation} />}
      <RecallProof id={id} />
    </Stack>
  );
};
