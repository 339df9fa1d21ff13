import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

/** A recall as everybody sees it, with its clock. */
export const RecallFacts = ({ recall }: { readonly recall: RecallRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { clock } = recall;
  return (
    <>
      <Section title={t('detail.facts')}>
        <Facts
          facts={[
            [t('cols.kind'), textOf(recall.kind)],
            [t('cols.class'), recall.class],
            [t('fields.depth'), textOf(recall.depth)],
            [t('fields.mah'), <Firm key="mah" id={recall.mah} />],
            [t('cols.who'), <Signer key="by" by={recall.openedBy} />],
            [t('cols.opened'), <Moment key="at" at={recall.openedAt} />],
            [
              t('fields.reason'),
              <Statement key="reason" digest={recall.reason} record={keyOf('rec', recall.recall)} />,
            ],
            [t('recalls.drill'), t(recall.drill ? 'act.yes' : 'act.no')],
            ...(recall.orderNo === null ? [] : [[t('fields.orderNo'), recall.orderNo] as const]),
          ]}
        />
      </Section>
      <Section title={t('recalls.clock')}>
        <Facts
          facts={[
            [t('recalls.noticeDue'), <Moment key="notice" at={clock.noticeDue} />],
            [t('recalls.planDue'), <Moment key="plan" at={clock.planDue} />],
            [t('recalls.progress'), t('recalls.days', { count: clock.progressEveryDays })],
            [t('fields.edition'), clock.edition],
            [t('waste.closed'), <Moment key="closed" at={recall.closedAt} />],
          ]}
        />
      </Section>
    </>
  );
};
