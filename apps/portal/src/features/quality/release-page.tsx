import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DESK_ACTS, type DeskItem } from '@yaosu/gateway/api/quality';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { SEEN_ANEW } from '../../lib/records.js';
import { useEnterpriseName } from '../../lib/use-enterprises.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { useActName } from '../../ui/use-act-name.js';
import { useValueText } from '../../ui/use-value-text.js';
import { FailedBy } from './failed-by.js';

interface Props {
  readonly item: DeskItem;
}

const Conditions = ({ item: { conditions } }: Props): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={conditions}
      rowKey={({ code }) => code}
      columns={[
        [
          t('cols.state'),
          ({ failedBy }) =>
            failedBy.length === 0 ? `✓ ${t('quality.release.met')}` : `✗ ${t('quality.release.notMet')}`,
        ],
        [t('quality.release.condition'), ({ code }) => t(`quality.condition.${code}`)],
        [t('quality.release.record'), ({ failedBy }) => <FailedBy keys={failedBy} />],
      ]}
    />
  );
};

const useChange = (): ((kind: DeskItem['kind']) => string) => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (kind) =>
    kind === 'siteRelease'
      ? t('quality.release.from', { from: textOf('quarantine'), to: textOf('released') })
      : t('quality.release.from', { from: textOf('released'), to: textOf('releasedToMarket') });
};

/** Why the person cannot sign now; undefined when nothing is against it. */
const useObstacle = (): ((item: DeskItem) => string | undefined) => {
  const { t } = useTranslation();
  const nameOf = useEnterpriseName();
  return ({ whose, turn, isInvolved, conditions }) => {
    if (whose === 'partner') return t('quality.release.others', { firm: nameOf(turn.enterprise) });
    if (isInvolved) return t('quality.involved');
    return conditions.some(({ failedBy }) => failedBy.length > 0) ? t('quality.release.notYet') : undefined;
  };
};

const Signed = ({ item }: Props): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const changeOf = useChange();
  const obstacle = useObstacle()(item);
  const [batch = ''] = item.batches;
  const act = DESK_ACTS[item.kind];
  return (
    <Section title={t('quality.release.signed')}>
      <Facts
        facts={[
          [t('quality.release.act'), `${nameOf(act.contract, act.name)} (${act.contract}.${act.name})`],
          [t('cols.batch'), <BatchName key="name" id={batch} />],
          [t('batches.id'), <Hash key="id" value={batch} />],
          [t('quality.release.change'), changeOf(item.kind)],
          [t('quality.release.seen'), <Hash key="hash" value={item.hash} />],
        ]}
      />
      {obstacle === undefined ? (
        <ActLinks offers={[{ act, fixed: { batch } }]} seen={item} back={`/batches/${batch}`} />
      ) : (
        <Alert color="yellow">{obstacle}</Alert>
      )}
    </Section>
  );
};

/** The release of a batch that is next, as the desk has it. @throws ApiError */
const readRelease = async (batch: string) => {
  const [site, market] = await Promise.all(
    (['siteRelease', 'marketRelease'] as const).map((kind) => api.read('qualityDesk', {}, { batch, kind })),
  );
  const item = site?.items[0] ?? market?.items[0];
  return { item, asOfBlock: site?.asOfBlock };
};

/** What the next release of a batch rests on, what of it is met, and what its signature says. */
export const ReleasePage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    ...SEEN_ANEW,
    queryKey: ['qualityDesk', 'release', id],
    queryFn: () => readRelease(id),
  });
  return (
    <Stack>
      <PageHead title={t('quality.release.title')} />
      <BatchName id={id} />
      <Loaded query={query} empty={t('quality.release.none')} isEmpty={({ item }) => item === undefined}>
        {({ item, asOfBlock }) =>
          item !== undefined && (
            <Stack>
              <Section title={t('quality.release.conditions')}>
                <Conditions item={item} />
                <Text size="xs" c="dimmed">
                  {t('quality.release.asOf', { block: asOfBlock })}
                </Text>
              </Section>
              <Signed item={item} />
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
};
