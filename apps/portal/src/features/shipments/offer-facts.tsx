import { Alert, Anchor, Stack } from '@mantine/core';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { spokenGroups } from '@yaosu/chaincode/model/kernel/spoken-code';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Statement } from '../../ui/statement.js';
import { useActName } from '../../ui/use-act-name.js';
import { useValueText } from '../../ui/use-value-text.js';

type Offer = NonNullable<ShipmentRecord['offer']>;

/** What a hand-over says that one side has signed. */
export const OfferFacts = ({
  shipment,
  offer,
}: {
  readonly shipment: ShipmentRecord;
  readonly offer: Offer;
}): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const textOf = useValueText();
  const { refusal } = offer;
  const why: readonly (readonly [string, ReactNode])[] =
    refusal === null
      ? []
      : [
          [t('cols.refusal'), textOf(refusal.reason, 'refusal')],
          [
            t('fields.evidence'),
            <Statement key="evidence" digest={refusal.evidence} record={keyOf('ship', shipment.shipment)} />,
          ],
        ];
  const units = new Map(shipment.lines.map(({ batch, unit }) => [batch, unit]));
  return (
    <Section title={`${nameOf('Shipment', offer.step)} · ${shipment.noteNo}`}>
      <Facts
        facts={[
          [t('offer.code'), spokenGroups(offer.code)],
          [t('cols.giver'), <Firm key="giver" id={offer.giver.enterprise} />],
          [t('proof.signer'), <Signer key="signer" by={offer.giver} />],
          [t('cols.taker'), <Firm key="taker" id={offer.taker} />],
          [t('cols.seals'), offer.seals.length === 0 ? '–' : offer.seals.join(', ')],
          [t('cols.when'), <Moment key="at" at={offer.capturedAt} />],
          ...why,
        ]}
      />
      {offer.counted.length > 0 && (
        <RecordTable
          rows={offer.counted}
          rowKey={({ batch }) => batch}
          columns={[
            [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
            [t('cols.quantity'), ({ batch, quantity }) => `${quantity} ${textOf(units.get(batch) ?? '')}`],
          ]}
        />
      )}
    </Section>
  );
};

/** Says on a shipment that one side has signed alone; nothing when no offer waits. */
export const OfferWaits = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement | null => {
  const { t } = useTranslation();
  const { offer } = shipment;
  if (offer?.state !== 'open') return null;
  return (
    <Stack gap="sm">
      <Alert color="yellow" title={t('offer.waits')}>
        {t('offer.waitsHint')}{' '}
        <Anchor component={Link} to="/shipments/sign" size="sm">
          {t('offer.title')}
        </Anchor>
      </Alert>
      <OfferFacts shipment={shipment} offer={offer} />
    </Stack>
  );
};
