import { Anchor, Button, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { api } from '../../lib/api.js';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { usePages } from '../../lib/use-pages.js';
import { BatchName } from '../../ui/batch-name.js';
import { PagedList } from '../../ui/paged-list.js';
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
        {mayAct(session, HEADS.Batch.register) && (
          <Button component={Link} to="/batches/new">
            {t('batches.register')}
          </Button>
        )}
      </PageHead>
      <PagedList query={query} empty={t('batches.none')} rowsOf={({ batches }) => batches}>
        {(pages) => (
          <RecordTable
            rows={pages.flatMap(({ batches }) => batches)}
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
      </PagedList>
    </Stack>
  );
};
