import { Badge, Tooltip } from '@mantine/core';
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
  return (
    <Tooltip label={t('assuranceHint')} disabled={!single} multiline maw={280}>
      <Badge variant="light" color={single ? 'yellow' : 'teal'} visibleFrom="xs">
        {t('blockHeight', { height: data.asOfBlock })}
        {single && ` · ${t('assurance')}`}
      </Badge>
    </Tooltip>
  );
};
