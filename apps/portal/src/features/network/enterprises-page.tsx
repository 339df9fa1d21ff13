import { Badge, Group, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { usePages } from '../../lib/use-pages.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';

/** Enterprises of the network; names, roles and sites are public. */
export const EnterprisesPage = (): ReactElement => {
  const { t } = useTranslation();
  const query = usePages(['enterprises'], (cursor) => api.read('enterprises', {}, { cursor }));
  return (
    <Stack>
      <PageHead title={t('enterprises.title')} />
      <Loaded query={query}>
        {(data) => (
          <RecordTable
            rows={data.pages.flatMap((page) => page.enterprises)}
            rowKey={({ enterprise }) => enterprise}
            columns={[
              [t('enterprises.name'), ({ name }) => name],
              [t('enterprises.id'), ({ enterprise }) => enterprise],
              [
                t('enterprises.roles'),
                ({ roles }) => (
                  <Group gap={4}>
                    {roles.map((role) => (
                      <Badge key={role} variant="light" size="sm" tt="none">
                        {t(`roles.${role}`)}
                      </Badge>
                    ))}
                  </Group>
                ),
              ],
              [t('enterprises.host'), ({ hostMsp }) => hostMsp],
            ]}
          />
        )}
      </Loaded>
      <MorePages query={query} />
    </Stack>
  );
};
