import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { AlertView } from '@yaosu/gateway/api/alerts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../lib/session.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { SightingFacts } from './sighting-facts.js';
import { TriageForm } from './triage-form.js';

const Findings = ({ triages }: Pick<AlertView, 'triages'>): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={triages}
      rowKey={({ at, kid }) => `${at} ${kid}`}
      columns={[
        [t('alerts.outcome'), ({ outcome }) => t(`alerts.outcomes.${outcome}`)],
        [t('alerts.foundCause'), ({ cause }) => t(`alerts.causes.${cause}`)],
        [t('alerts.note'), ({ note }) => note],
        [t('alerts.foundBy'), ({ enterprise }) => <Firm id={enterprise} />],
        [t('alerts.key'), ({ kid }) => <Hash value={kid} />],
        [t('cols.when'), ({ at }) => <Moment at={at} />],
      ]}
    />
  );
};

/** An alert: its two sightings side by side, why, whose it is, and what was found. */
export const AlertDetail = ({ alert }: { readonly alert: AlertView }): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const { epc, cause, whose, batches, block, settledBlock, sighting, other, triages } = alert;
  return (
    <Stack>
      <Text size="sm">{t(`alerts.meaning.${alert.class}`)}</Text>
      <Facts
        facts={[
          [t('alerts.cause'), t(`alerts.causes.${cause}`)],
          [t('alerts.whose'), <Firm key="whose" id={whose} />],
          [t('alerts.object'), <Hash key="object" value={epc} />],
          [t('cols.batch'), batches.length === 0 ? '–' : batches.map((id) => <BatchName key={id} id={id} />)],
          [t('cols.block'), block],
          [t('alerts.settledBy'), settledBlock ?? '–'],
        ]}
      />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <SightingFacts title={t('alerts.inDoubt')} sighting={sighting} />
        <SightingFacts title={t('alerts.against')} sighting={other} />
      </SimpleGrid>
      {triages.length > 0 && <Findings triages={triages} />}
      {whose === enterprise && <TriageForm key={triages.length} alert={alert} />}
    </Stack>
  );
};
