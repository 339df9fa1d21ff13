import { Badge, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Whether content of the vault is what was signed: its digest was computed in this browser. */
export const DigestMatch = ({ matches }: { readonly matches: boolean }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Group>
      <Badge color={matches ? 'teal' : 'red'} variant="light">
        {t(matches ? 'batches.matches' : 'batches.differs')}
      </Badge>
    </Group>
  );
};
