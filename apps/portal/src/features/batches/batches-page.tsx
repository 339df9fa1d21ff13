import { Anchor, Button, Stack } from '@mantine/core';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { usePages } from '../../lib/use-pages.js';
import { BatchName } from '../../ui/batch-name.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';
import { State } from '../../ui/state.js';

/** Batches that the own enterprise may see, the newest first. */
export const BatchesPage = (): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const query = usePages(['batches'], (cursor) => api.read('batches', {}, { cursor }));
  return (
    <Stack>
      <PageHead title={t('batches.title')}>
        {mayAct(session, batchActs.register) && (
          <Button component={Link} to="/batches/new">
            {t('batches.register')}
          </Button>
        )}
      </PageHead>
      <Loaded query={query} empty={t('batches.none')} isEmpty={(data) => data.pages[0]?.batches.length === 0}>
        {(data) => (
          <RecordTable
            rows={data.pages.flatMap((page) => page.batches)}
            rowKey={({ batch }) => batch}
            columns={[
              [
                t('batches.kind'),
                ({ batch, kind }) => (
                  <Anchor component={Link} to={`/batches/${batch}`} size="sm">
                    {t(`kinds.${kind}`)}
                  </Anchor>
                ),
              ],
              [t('batches.name'), ({ batch }) => <BatchName id={batch} />],
              [t('batches.manufactured'), ({ manufactured }) => manufactured],
              [t('batches.usableUntil'), ({ usableUntil }) => usableUntil],
              [t('batches.disposition'), ({ disposition }) => <State value={disposition} />],
              [t('batches.market'), ({ market }) => t(`markets.${market}`)],
            ]}
          />
        )}
      </Loaded>
      <MorePages query={query} />
    </Stack>
  );
};
