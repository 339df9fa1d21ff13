import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../../lib/session.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { MoreRows } from './more-rows.js';
import { isOpen, type ImportHead } from './sending/entry.js';
import { deviceStore } from './sending/store.js';

interface Kept extends ImportHead {
  readonly count: number;
  readonly open: number;
}

const readKept = async ({ ledgerId, key }: Session): Promise<readonly Kept[]> => {
  const heads = (await deviceStore.heads()).filter(
    (head) => head.ledgerId === ledgerId && head.kid === key.kid,
  );
  const kept: Kept[] = [];
  for (const head of heads) {
    const entries = await deviceStore.entries(head.id);
    kept.push({ ...head, count: entries.length, open: entries.filter(isOpen).length });
  }
  return kept.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
};

/** Imports of this key on this device, the newest first, until they are removed. */
export const KeptImports = ({ session }: { readonly session: Session }): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['imports', session.key.kid],
    networkMode: 'always',
    queryFn: () => readKept(session),
  });
  if (query.data?.length === 0) return <></>;
  return (
    <Section title={t('import.kept')}>
      <Loaded query={query}>
        {(kept) => (
          <MoreRows rows={kept}>
            {(shown) => (
              <RecordTable
                rows={shown}
                rowKey={({ id }) => id}
                columns={[
                  [
                    t('proof.act'),
                    ({ id, act }) => (
                      <Anchor component={Link} to={`/import/${id}`} size="sm">
                        {t(`acts.${act}`)}
                      </Anchor>
                    ),
                  ],
                  [t('import.from'), ({ file }) => (file === '' ? t('import.pasted') : file)],
                  [t('proof.time'), ({ startedAt }) => <Moment at={startedAt} />],
                  [
                    t('import.outcome'),
                    ({ count, open }) =>
                      open > 0
                        ? t('import.open', { count: open })
                        : t('import.progress', { count, done: count }),
                  ],
                ]}
              />
            )}
          </MoreRows>
        )}
      </Loaded>
    </Section>
  );
};
