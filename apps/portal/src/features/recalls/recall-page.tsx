import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { Loaded } from '../../ui/loaded.js';
import { SaveProof } from '../../ui/save-proof.js';
import { InvestigationView } from './investigation-view.js';
import { PublicRecall } from './public-recall.js';

/** An investigation or recall for who runs it; for everybody else the recall as it is public. */
export const RecallPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['recall', id],
    queryFn: async () => {
      try {
        return await api.read('recall', { id });
      } catch (error) {
        // Who does not run it sees the recall itself, which is public.
        if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return null;
        throw error;
      }
    },
  });
  return (
    <Stack>
      <Loaded query={query} empty={t('recalls.none')}>
        {(recall) =>
          recall === null ? (
            <PublicRecall id={id} />
          ) : (
            <Stack>
              <InvestigationView id={id} recall={recall} />
              <Group>
                <SaveProof
                  label={t('proof.downloadRecall')}
                  file={`recall~${id}`}
                  load={() => api.read('recallProof', { id })}
                />
                <Button size="compact-xs" variant="default" onClick={() => print()}>
                  {t('recalls.printReport')}
                </Button>
              </Group>
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
};
