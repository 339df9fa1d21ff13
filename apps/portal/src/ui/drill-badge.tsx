import { Badge } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DRILL_COLOUR } from './theme.js';

/** Says that what it stands beside belongs to a recall drill; nothing where it does not. */
export const DrillBadge = ({ of }: { readonly of: { readonly drill: boolean } }): ReactElement => {
  const { t } = useTranslation();
  if (!of.drill) return <></>;
  return (
    <Badge color={DRILL_COLOUR} variant="filled" miw="max-content">
      {t('drills.badge')}
    </Badge>
  );
};
