import { Stack } from '@mantine/core';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ShipmentRecord, ShipmentRedirect } from '@yaosu/chaincode/model/shipment/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Site } from '../../ui/site.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

/** What the way had come to that a redirect has ended. */
const Before = ({
  redirect: { arrival, refusal },
  record,
}: {
  readonly redirect: ShipmentRedirect;
  readonly record: string;
}): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  if (arrival === null && refusal === null) return <>{t('redirects.nothing')}</>;
  return (
    <Stack gap={0}>
      {arrival !== null && (
        <span>
          {t('cols.arrival')} · <Moment at={arrival.at} />
        </span>
      )}
      {refusal !== null && (
        <span>
          {t('cols.refusal')} · {textOf(refusal.reason, 'refusal')} · <Moment at={refusal.at} />
        </span>
      )}
      {refusal !== null && <Statement digest={refusal.evidence} record={record} />}
    </Stack>
  );
};

/** The sites that a load was sent away from, the last one first; nothing of a load that goes where it was announced. */
export const ShipmentRedirects = ({
  shipment: { shipment, consignee, redirects },
}: {
  readonly shipment: ShipmentRecord;
}): ReactElement | null => {
  const { t } = useTranslation();
  const textOf = useValueText();
  if (redirects.length === 0) return null;
  return (
    <Section title={t('redirects.title')}>
      <RecordTable
        rows={redirects.toReversed()}
        rowKey={({ at }) => at}
        columns={[
          [t('cols.when'), ({ at }) => <Moment at={at} />],
          [t('redirects.from'), ({ from }) => <Site of={consignee} gln={from} />],
          [t('redirects.to'), ({ to }) => <Site of={consignee} gln={to} />],
          [t('fields.reason'), ({ reason }) => textOf(reason, 'reason')],
          [
            t('redirects.before'),
            (redirect) => <Before redirect={redirect} record={keyOf('ship', shipment)} />,
          ],
        ]}
      />
    </Section>
  );
};
