import { Anchor, Button, Stack, Text } from '@mantine/core';
import { dayOf, daysLater } from '@yaosu/chaincode/model/kernel/time';
import type { PaperView } from '@yaosu/gateway/api/validity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';
import { usePages } from '../../lib/use-pages.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { useValueText } from '../../ui/use-value-text.js';
import { BlockedActs } from './blocked-acts.js';
import { monthOf, monthText } from './months.js';
import { usePaperKind } from './use-paper-kind.js';
import { ValidityFilters, filterOf } from './validity-filters.js';

/** The page that shows the record of a paper. */
const pathOf = ({ kind, key, number, firm, blocks }: PaperView, own: string): string => {
  if (kind === 'documentGrant') return `/documents/${number}`;
  if (kind === 'calibration') return `/shipments/${blocks[0]?.records[0]?.key.slice('ship~'.length) ?? ''}`;
  return `/enterprises/${key.startsWith('appr~') ? own : firm}`;
};

const HASHED: readonly PaperView['kind'][] = ['supplierAudit', 'documentGrant', 'key', 'calibration'];

const Numbered = ({ kind, number, key, functions }: PaperView): ReactElement => {
  const textOf = useValueText();
  if (kind === 'appointment') {
    return (
      <>
        {textOf(number)} <Hash value={key.slice('key~'.length)} />
      </>
    );
  }
  if (!HASHED.includes(kind)) return <>{number}</>;
  return (
    <>
      {functions.map((name) => textOf(name)).join(' · ')} <Hash value={number} />
    </>
  );
};

const Left = ({ daysLeft }: Pick<PaperView, 'daysLeft'>): ReactElement => {
  const { t } = useTranslation();
  const left = t(daysLeft < 0 ? 'validity.over' : 'validity.left', { count: Math.abs(daysLeft) });
  return (
    <Text span size="sm" c={daysLeft < 0 ? 'red' : undefined}>
      {daysLeft === 0 ? t('validity.today') : left}
    </Text>
  );
};

const Papers = ({
  papers,
  today,
}: {
  readonly papers: readonly PaperView[];
  readonly today: string;
}): ReactElement => {
  const { t, i18n } = useTranslation();
  const { enterprise } = useSignedIn();
  const kindText = usePaperKind();
  const headingOf = ({ validUntil }: PaperView): string => {
    const month = monthOf(validUntil, today);
    if (month === 'overdue') return t('validity.overdue');
    const words = monthText(month, i18n.language);
    return month === monthOf(today, today) ? t('validity.thisMonth', { month: words }) : words;
  };
  return (
    <RecordTable
      rows={papers}
      rowKey={({ id }) => id}
      headingOf={headingOf}
      columns={[
        [t('validity.until'), ({ validUntil }) => <span style={{ whiteSpace: 'nowrap' }}>{validUntil}</span>],
        [t('validity.daysLeft'), ({ daysLeft }) => <Left daysLeft={daysLeft} />],
        [
          t('validity.paper'),
          (paper) => (
            <Anchor component={Link} to={pathOf(paper, enterprise)} size="sm">
              {kindText(paper.kind)}
            </Anchor>
          ),
        ],
        [t('cols.number'), (paper) => <Numbered {...paper} />],
        [t('validity.firm'), ({ firm }) => <Firm id={firm} />],
        [t('validity.whose'), ({ whose }) => t(`validity.of.${whose}`)],
        [t('validity.blocks'), ({ blocks }) => <BlockedActs blocks={blocks} />],
      ]}
    />
  );
};

/** What runs out of the own firm and of those it depends on, month by month, with what its end blocks. */
export const ValidityPage = (): ReactElement => {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const filtered = filterOf(search);
  const { kind, whose, days } = filtered;
  const today = dayOf(new Date().toISOString());
  const asked = { kind, whose, until: daysLater(today, Number(days)) };
  const query = usePages(['validity', asked], (cursor) => api.read('validity', {}, { ...asked, cursor }));
  return (
    <Stack>
      <PageHead title={t('validity.title')}>
        <Button variant="default" size="xs" onClick={() => window.print()}>
          {t('validity.print')}
        </Button>
      </PageHead>
      <Text size="sm" c="dimmed">
        {t('validity.about')}
      </Text>
      <ValidityFilters {...filtered} />
      <PagedList query={query} empty={t('validity.none')} rowsOf={({ papers }) => papers}>
        {(pages) => <Papers papers={pages.flatMap(({ papers }) => papers)} today={today} />}
      </PagedList>
    </Stack>
  );
};
