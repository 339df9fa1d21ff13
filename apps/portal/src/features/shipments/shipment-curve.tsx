import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ExcursionRecord, ProfileRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Loaded } from '../../ui/loaded.js';

interface Props {
  readonly shipment: ShipmentRecord;
  readonly profile: ProfileRecord | undefined;
  readonly excursions: readonly ExcursionRecord[];
}

const HEIGHT = 300;
const Curve = lazy(() => import('./readings-curve.js').then((module) => ({ default: module.ReadingsCurve })));

const limitsOf = (profile: ProfileRecord | undefined): readonly number[] => [
  ...new Set(
    profile?.limits
      .flatMap(({ minCentiCelsius, maxCentiCelsius }) => [minCentiCelsius, maxCentiCelsius])
      .filter((value) => value !== null) ?? [],
  ),
];

const Key = ({ loggers }: Pick<ReadAnswer<'readings'>, 'loggers'>): ReactElement => {
  const { t } = useTranslation();
  const readings = loggers.reduce((sum, each) => sum + each.readings, 0);
  const gaps = loggers.reduce((sum, { segments }) => sum + Math.max(0, segments.length - 1), 0);
  return (
    <Group gap="md">
      <Text size="xs">{t('shipments.readings', { count: readings })}</Text>
      <Text size="xs">{t('shipments.gaps', { count: gaps })}</Text>
      <Text size="xs" c="red">
        {t('shipments.key')}
      </Text>
    </Group>
  );
};

/** The curve of a shipment's readings, with the limits of its profile and the excursions that were found. */
export const ShipmentCurve = ({ shipment, profile, excursions }: Props): ReactElement => {
  const { t } = useTranslation();
  const { shipment: id } = shipment;
  const query = useQuery({ queryKey: ['readings', id], queryFn: () => api.read('readings', { id }) });
  return (
    <Loaded
      query={query}
      empty={t('detail.noReadings')}
      isEmpty={({ loggers }) => loggers.every(({ readings }) => readings === 0)}
    >
      {({ loggers }) => (
        <Stack gap={4}>
          <Suspense fallback={<Skeleton height={HEIGHT} />}>
            <Curve loggers={loggers} limits={limitsOf(profile)} excursions={excursions} />
          </Suspense>
          <Key loggers={loggers} />
        </Stack>
      )}
    </Loaded>
  );
};
