import { Stack, Table, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { usePages } from '../../lib/use-pages.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';

/** Headers of the blocks, the newest first. */
export const LedgerPage = (): ReactElement => {
  const { t } = useTranslation();
  const query = usePages(['blocks'], (cursor) => api.read('blocks', {}, { cursor }));
  return (
    <Stack>
      <Title order={1} size="h3">
        {t('ledger.title')}
      </Title>
      <Loaded query={query}>
        {(data) => (
          <Table.ScrollContainer minWidth={420}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('ledger.number')}</Table.Th>
                  <Table.Th>{t('ledger.transactions')}</Table.Th>
                  <Table.Th>{t('ledger.hash')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.pages
                  .flatMap((page) => page.blocks)
                  .map((block) => (
                    <Table.Tr key={block.number}>
                      <Table.Td>{block.number}</Table.Td>
                      <Table.Td>
                        {block.valid} / {block.transactions}
                      </Table.Td>
                      <Table.Td>
                        <Hash value={block.headerHash} />
                      </Table.Td>
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
