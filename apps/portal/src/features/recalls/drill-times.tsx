import type { InvestigationRecord, RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { drillSteps, lengthOf } from './drill-steps.js';

interface Props {
  readonly investigation: InvestigationRecord;
  readonly recall: RecallRecord | null;
  readonly read: ReadAnswer<'recall'>;
}

/** What a drill is made for: how long each step took from the signal on, and each holder until its answer. */
export const DrillTimes = ({ investigation, recall, read }: Props): ReactElement => {
  const { t } = useTranslation();
  const { signalledAt } = investigation;
  return (
    <Section title={t('drills.times')}>
      <RecordTable
        rows={drillSteps(investigation, recall, read)}
        rowKey={({ step, holder }) => `${step} ${holder ?? ''}`}
        columns={[
          [t('drills.step'), ({ step }) => t(`drills.steps.${step}`)],
          [t('cols.holder'), ({ holder }) => (holder === null ? '–' : <Firm id={holder} />)],
          [t('cols.when'), ({ at }) => <Moment at={at} />],
          [
            t('drills.after'),
            ({ at }) => (at === null ? '–' : t('drills.length', lengthOf(signalledAt, at))),
          ],
        ]}
      />
    </Section>
  );
};
