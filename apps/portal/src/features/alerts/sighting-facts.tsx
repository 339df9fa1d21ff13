import { Stack, Text, Title } from '@mantine/core';
import type { SightingView } from '@yaosu/gateway/api/alerts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';

interface Props {
  readonly title: string;
  readonly sighting: SightingView | null;
}

const hash = (value: string | null): ReactElement => (value === null ? <>–</> : <Hash value={value} />);

/** One of the two sightings of an alert; null: what the ledger knows of holders. */
export const SightingFacts = ({ title, sighting }: Props): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {title}
      </Title>
      {sighting === null && <Text size="sm">{t('alerts.ledgerKnows')}</Text>}
      {sighting?.isWithheld === true && (
        <Text size="sm" c="dimmed">
          {t('alerts.withheld')}
        </Text>
      )}
      {sighting !== null && (
        <Facts
          facts={[
            [t('alerts.step'), t(`alerts.steps.${sighting.step}`)],
            [t('cols.when'), <Moment key="at" at={sighting.at} />],
            [t('alerts.knownAt'), <Moment key="known" at={sighting.recordedAt} />],
            [t('alerts.place'), sighting.place ?? '–'],
            [t('alerts.holder'), <Firm key="holder" id={sighting.holder} />],
            [t('alerts.source'), t(`alerts.sources.${sighting.source}`)],
            [t('alerts.parent'), hash(sighting.parent)],
            [t('alerts.event'), hash(sighting.event)],
            [t('proof.transaction'), hash(sighting.txId)],
          ]}
        />
      )}
    </Stack>
  );
};
