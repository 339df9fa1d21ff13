import { Anchor, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { usePages } from '../../lib/use-pages.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { Roles } from './roles.js';

/** Enterprises of the network; names, roles and sites are public. */
export const EnterprisesPage = (): ReactElement => {
  const { t } = useTranslation();
  const query = usePages(['enterprises'], (cursor) => api.read('enterprises', {}, { cursor }));
  return (
    <Stack>
      <PageHead title={t('enterprises.title')} />
      <PagedList query={query} rowsOf={({ enterprises }) => enterprises}>
        {(pages) => (
          <RecordTable
            rows={pages.flatMap(({ enterprises }) => enterprises)}
            rowKey={({ enterprise }) => enterprise}
            columns={[
              [
                t('enterprises.name'),
                ({ name, enterprise }) => (
                  <Anchor component={Link} to={`/enterprises/${enterprise}`} size="sm">
                    {name}
                  </Anchor>
                ),
              ],
              [t('enterprises.id'), ({ enterprise }) => enterprise],
              [t('enterprises.roles'), ({ roles }) => <Roles roles={roles} />],
              [t('enterprises.host'), ({ hostMsp }) => hostMsp],
            ]}
          />
        )}
      </PagedList>
    </Stack>
  );
};
