import { Group } from '@mantine/core';
import type { IdentifierView, SyncState } from '@yaosu/gateway/api/identifiers';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { State } from '../../ui/state.js';

/** The states of other lists that look alike. */
const LIKE: Readonly<Record<SyncState, string>> = {
  waiting: 'pending',
  registered: 'accepted',
  refused: 'refused',
};

/** Whether the secondary node has an identifier's last change. */
export const SyncBadge = ({ sync, deleted }: Pick<IdentifierView, 'sync' | 'deleted'>): ReactElement => {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      <State value={LIKE[sync]} text={t(`identifiers.states.${sync}`)} />
      {deleted && <State value="superseded" text={t('identifiers.deleted')} />}
    </Group>
  );
};
