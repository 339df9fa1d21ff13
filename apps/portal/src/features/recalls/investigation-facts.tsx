import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { InvestigationRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

/** What was reported, by whom, and who investigates it. */
export const InvestigationFacts = ({
  investigation,
}: {
  readonly investigation: InvestigationRecord;
}): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('recalls.investigation')}>
      <Facts
        facts={[
          [t('fields.source'), textOf(investigation.source)],
          [
            t('fields.signal'),
            <Statement
              key="signal"
              digest={investigation.signal}
              record={keyOf('inv', investigation.investigation)}
            />,
          ],
          [t('cols.batch'), <BatchName key="batch" id={investigation.batch} />],
          [t('cols.state'), <State key="state" value={investigation.state} />],
          [t('cols.who'), <Signer key="by" by={investigation.signalledBy} />],
          [t('cols.when'), <Moment key="at" at={investigation.signalledAt} />],
          [t('recalls.investigator'), <Firm key="starter" id={investigation.starter} />],
        ]}
      />
    </Section>
  );
};
