import { Anchor, List, Stack, Text } from '@mantine/core';
import type { DeskItem } from '@yaosu/gateway/api/quality';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { deskOffer, pathOfKey, releasePath } from './desk-offer.js';
import { FailedBy } from './failed-by.js';

interface Row {
  readonly item: DeskItem;
}

const isRelease = ({ kind }: DeskItem): boolean => kind === 'siteRelease' || kind === 'marketRelease';

const What = ({ item }: Row): ReactElement => {
  const { t } = useTranslation();
  const { kind, key, name, severity, batches } = item;
  const path = isRelease(item) ? releasePath(batches[0] ?? '') : pathOfKey(key);
  return (
    <Stack gap={0} align="flex-start">
      <Anchor component={Link} to={path} size="sm">
        {t(`quality.kind.${kind}`)}
      </Anchor>
      {name !== null && kind !== 'sample' && <Text size="xs">{name}</Text>}
      {severity !== null && <State value={severity} />}
    </Stack>
  );
};

const Turn = ({ item: { turn, isInvolved } }: Row): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Stack gap={0}>
      <Firm id={turn.enterprise} />
      <Text size="xs" c="dimmed">
        {turn.functions.map((each) => textOf(each)).join(' · ')}
      </Text>
      {isInvolved && <Text size="xs">{t('quality.involved')}</Text>}
    </Stack>
  );
};

const Unmet = ({ item: { conditions } }: Row): ReactElement => {
  const { t } = useTranslation();
  const unmet = conditions.filter(({ failedBy }) => failedBy.length > 0);
  if (unmet.length === 0) return <>–</>;
  return (
    <List size="sm" spacing={2}>
      {unmet.map(({ code, failedBy }) => (
        <List.Item key={code}>
          {t(`quality.condition.${code}`)} <FailedBy keys={failedBy} />
        </List.Item>
      ))}
    </List>
  );
};

const Does = ({ item }: Row): ReactElement => {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const offer = deskOffer(item);
  if (item.whose === 'partner' || item.isInvolved) return <></>;
  if (offer !== undefined)
    return <ActLinks offers={[offer]} seen={item} back={`${pathname}${search}`} small />;
  return (
    <Anchor component={Link} to={releasePath(item.batches[0] ?? '')} size="sm">
      {t('quality.release.link')}
    </Anchor>
  );
};

/** What waits: what it is, since when, whose turn it is, what it blocks, and the way to its act. */
export const DeskTable = ({ items }: { readonly items: readonly DeskItem[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={items}
      rowKey={({ id }) => id}
      headingOf={({ state }) => t(`quality.heading.${state === 'overdue' ? 'overdue' : 'waiting'}`)}
      columns={[
        [t('quality.waits'), (item) => <What item={item} />],
        [t('cols.batch'), ({ batches }) => batches.map((id) => <BatchName key={id} id={id} />)],
        [t('cols.state'), ({ state }) => t(`quality.state.${state}`)],
        [t('quality.since'), ({ since }) => <Moment at={since} />],
        [t('quality.due'), ({ due }) => <Moment at={due} />],
        [t('quality.turn'), (item) => <Turn item={item} />],
        [t('quality.blockedBy'), (item) => <Unmet item={item} />],
        [
          t('quality.blocks'),
          ({ blocks }) => blocks.map((each) => t(`quality.blocked.${each}`)).join(' · ') || '–',
        ],
        [t('cols.does'), (item) => <Does item={item} />],
      ]}
    />
  );
};
