import { Text } from '@mantine/core';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Site } from '../../ui/site.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

const LastHandOver = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { lastHandOver, arrival, refusal, handOvers, holder } = shipment;
  return (
    <Facts
      facts={[
        [t('cols.holder'), <Firm key="holder" id={holder} />],
        [t('cols.handOvers'), String(handOvers)],
        [t('cols.when'), <Moment key="at" at={lastHandOver?.at ?? null} />],
        [t('cols.giver'), lastHandOver === null ? '–' : <Signer key="giver" by={lastHandOver.giver} />],
        [t('cols.taker'), lastHandOver === null ? '–' : <Signer key="taker" by={lastHandOver.taker} />],
        [
          t('cols.arrival'),
          arrival === null ? (
            '–'
          ) : (
            <>
              <Site of={holder} gln={arrival.site} /> · <Moment at={arrival.at} />
            </>
          ),
        ],
        ...(refusal === null
          ? []
          : [
              [t('cols.refusal'), textOf(refusal.reason, 'refusal')] as const,
              [
                t('fields.evidence'),
                <Statement
                  key="evidence"
                  digest={refusal.evidence}
                  record={keyOf('ship', shipment.shipment)}
                />,
              ] as const,
            ]),
      ]}
    />
  );
};

/** Who has the load now, and what was agreed for the case that the cold chain breaks. */
export const ShipmentCustody = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const contingencies = shipment.contingencies.map((each, i) => ({ ...each, number: i + 1 }));
  return (
    <Section title={t('detail.custody')}>
      <LastHandOver shipment={shipment} />
      <Text size="sm" fw={600}>
        {t('detail.contingencies')}
      </Text>
      <RecordTable
        rows={contingencies}
        rowKey={({ number }) => String(number)}
        empty={t('detail.none')}
        columns={[
          [t('cols.number'), ({ number }) => number],
          [t('cols.kind'), ({ kind }) => textOf(kind)],
          [t('fields.enterprise'), ({ enterprise }) => <Firm id={enterprise} />],
          [t('cols.site'), ({ enterprise, site }) => <Site of={enterprise} gln={site} />],
        ]}
      />
    </Section>
  );
};
