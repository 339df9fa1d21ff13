import { Button, Group, Paper, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../lib/live/use-live.js';

/** Keeps the page as new as the ledger, and says when it is not. */
export const LiveLine = (): ReactElement => {
  const { t } = useTranslation();
  const { isThere, isOld, readAnew } = useLive();
  return (
    <div role="status">
      {!isThere && (
        <Paper withBorder p="xs" mb="md">
          <Text size="sm">{t('live.away')}</Text>
        </Paper>
      )}
      {isThere && isOld && (
        <Paper withBorder p="xs" mb="md">
          <Group justify="space-between">
            <Text size="sm">{t('live.changed')}</Text>
            <Button size="xs" variant="default" onClick={readAnew}>
              {t('live.readAnew')}
            </Button>
          </Group>
        </Paper>
      )}
    </div>
  );
};
