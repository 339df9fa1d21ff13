import { Anchor, Badge, Button, Group, Stack, Table, Title } from '@mantine/core';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../../lib/api.js';
import { mayAct } from '../../lib/may-act.js';
import { usePages } from '../../lib/use-pages.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { useSignedIn } from '../../lib/session.js';
import { DISPOSITION_COLOURS } from './disposition-colours.js';

type Batch = ReadAnswer<'batches'>['batches'][number];

const BatchRow = ({ batch }: { readonly batch: Batch }): ReactElement => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = `/batches/${batch.batch}`;
  return (
    <Table.Tr onClick={() => void navigate(path)} style={{ cursor: 'pointer' }}>
      <Table.Td>
        <Hash value={batch.batch} />
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={path} size="sm">
          {t(`kinds.${batch.kind}`)}
        </Anchor>
      </Table.Td>
      <Table.Td>{batch.manufactured}</Table.Td>
      <Table.Td>{batch.usableUntil}</Table.Td>
      <Table.Td>
        <Badge color={DISPOSITION_COLOURS[batch.disposition]} variant="light" tt="none">
          {t(`dispositions.${batch.disposition}`)}
        </Badge>
      </Table.Td>
      <Table.Td>{t(`markets.${batch.market}`)}</Table.Td>
    </Table.Tr>
  );
};

/** The own enterprise's batches, the newest first. */
export const BatchesPage = (): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const query = usePages(['batches'], (cursor) => api.read('batches', {}, { cursor }));
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('batches.title')}
        </Title>
        {mayAct(session, batchActs.register) && (
          <Button component={Link} to="/batches/new">
            {t('batches.register')}
          </Button>
        )}
      </Group>
      <Loaded query={query} empty={t('batches.none')} isEmpty={(data) => data.pages[0]?.batches.length === 0}>
        {(data) => (
          <Table.ScrollContainer minWidth={620}>
            <Table highlightOnHover style={{ whiteSpace: 'nowrap' }}>
              <Table.Thead>
                <Table.Tr>
                  {(['id', 'kind', 'manufactured', 'usableUntil', 'disposition', 'market'] as const).map(
                    (column) => (
                      <Table.Th key={column}>{t(`batches.${column}`)}</Table.Th>
                    ),
                  )}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.pages
                  .flatMap((page) => page.batches)
                  .map((batch) => (
                    <BatchRow key={batch.batch} batch={batch} />
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
