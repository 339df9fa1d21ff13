import { Badge, Group, Stack, Table, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../ui/more-pages.js';
import { Loaded } from '../../ui/loaded.js';
import { api } from '../../lib/api.js';
import { usePages } from '../../lib/use-pages.js';

/** Enterprises of the network; names, roles and sites are public. */
export const EnterprisesPage = (): ReactElement => {
  const { t } = useTranslation();
  const query = usePages(['enterprises'], (cursor) => api.read('enterprises', {}, { cursor }));
  return (
    <Stack>
      <Title order={1} size="h3">
        {t('enterprises.title')}
      </Title>
      <Loaded query={query}>
        {(data) => (
          <Table.ScrollContainer minWidth={560}>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  {(['name', 'id', 'roles', 'host'] as const).map((column) => (
                    <Table.Th key={column}>{t(`enterprises.${column}`)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.pages
                  .flatMap((page) => page.enterprises)
                  .map((enterprise) => (
                    <Table.Tr key={enterprise.enterprise}>
                      <Table.Td>{enterprise.name}</Table.Td>
                      <Table.Td>{enterprise.enterprise}</Table.Td>
                      <Table.Td>
                        <Group gap={4}>
                          {enterprise.roles.map((role) => (
                            <Badge key={role} variant="light" size="sm" tt="none">
                              {t(`roles.${role}`)}
                            </Badge>
                          ))}
                        </Group>
                      </Table.Td>
                      <Table.Td>{enterprise.hostMsp}</Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
      <MorePages query={query} />
    </Stack>
  );
};
