import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';

const EVERY_MS = 5_000;

/** Height of the ledger and how far it can be trusted. */
export const NetworkBadge = (): ReactElement => {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['network'],
    queryFn: () => api.read('network', {}),
    refetchInterval: EVERY_MS,
  });
  if (data === undefined) return <></>;
  const single = data.assurance === 'single operator';
  const provisional = data.provisional === true;
  return (
    <Badge
      variant="light"
      color={single || provisional ? 'yellow' : 'teal'}
      visibleFrom="xs"
      title={single || provisional ? t(provisional ? 'provisionalHint' : 'assuranceHint') : undefined}
    >
      {t('blockHeight', { height: data.asOfBlock })}
      {single && ` · ${t('assurance')}`}
      {provisional && ` · ${t('provisional')}`}
    </Badge>
  );
};
