import { Button, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { useFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { DeskFilters, deskFilter } from './desk-filters.js';
import { DeskTable } from './desk-table.js';

/** What waits for the quality of the own firm, overdue first. */
export const QualityPage = (): ReactElement => {
  const { t } = useTranslation();
  const chosen = useFilters(deskFilter);
  const query = usePages(['qualityDesk', chosen], (cursor) =>
    api.read('qualityDesk', {}, { ...chosen, cursor }),
  );
  return (
    <Stack>
      <PageHead title={t('quality.title')}>
        <Button variant="default" size="xs" onClick={() => window.print()}>
          {t('quality.print')}
        </Button>
      </PageHead>
      <Text size="sm" c="dimmed">
        {t('quality.about')}
      </Text>
      <DeskFilters chosen={chosen} counts={query.data?.pages[0]?.counts} />
      <PagedList query={query} empty={t('quality.none')} rowsOf={({ items }) => items}>
        {(pages) => <DeskTable items={pages.flatMap(({ items }) => items)} />}
      </PagedList>
    </Stack>
  );
};
