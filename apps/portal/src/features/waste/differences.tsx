import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { RecordOf } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';
import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';

/** What differs between both ends, whom it was told, and how the generator explains it. */
export const Differences = ({ record }: { readonly record: RecordOf<'man'> }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { manifest, differences } = record.value;
  return (
    <Section title={t('waste.differences')}>
      <RecordTable
        rows={differences}
        rowKey={({ drum, kind }) => `${drum} ${kind}`}
        empty={t('waste.noDifferences')}
        columns={[
          [t('cols.drum'), ({ drum }) => drum.slice(0, 10)],
          [t('cols.difference'), ({ kind }) => textOf(kind)],
          [t('cols.sentNet'), ({ sentNet }) => kilograms(sentNet)],
          [t('cols.receivedNet'), ({ receivedNet }) => kilograms(receivedNet)],
          [t('cols.reportedTo'), ({ reportedTo }) => reportedTo.map((to) => t(`reported.${to}`)).join(', ')],
          [
            t('cols.answer'),
            ({ answer }) =>
              answer === null ? (
                t('waste.unanswered')
              ) : (
                <Stack gap={2}>
                  <span>
                    {textOf(answer.reason)} · <Signer by={answer.by} />
                  </span>
                  <Statement digest={answer.statement} record={record.key} />
                </Stack>
              ),
          ],
          [
            t('cols.does'),
            ({ drum, answer }) =>
              answer === null && (
                <ActLinks
                  offers={[{ act: HEADS.Waste.answer, fixed: { manifest, drum } }]}
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
