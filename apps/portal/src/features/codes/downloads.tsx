import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { endingOf, type DownloadView } from '@yaosu/gateway/api/downloads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { saveFile } from '../../lib/save-file.js';
import { Loaded } from '../../ui/loaded.js';
import { RecordTable } from '../../ui/record-table.js';
import { State } from '../../ui/state.js';
import { useErrorText } from '../../ui/use-error-text.js';

const PERCENT = 100;
const AGAIN_MS = 1_000;

const Done = ({ count, done }: DownloadView): ReactElement => {
  const { t } = useTranslation();
  const words = t('codes.doneOf', { done, count });
  return (
    <Stack gap={2}>
      <Text size="sm">{words}</Text>
      <Progress value={(PERCENT * done) / count} aria-label={words} />
    </Stack>
  );
};

/** Lists and labels that were asked for, how far they are, and their files once they are whole. */
export const Downloads = (): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const query = useQuery({
    queryKey: ['codeDownloads'],
    queryFn: () => api.read('codeDownloads', {}),
    refetchInterval: ({ state }) =>
      state.data?.downloads.some((each) => each.state === 'running') === true ? AGAIN_MS : false,
  });
  const save = useMutation({
    mutationFn: async ({ id, gtin, format }: DownloadView) =>
      saveFile(`${gtin}.${endingOf(format)}`, await api.codeFile(id)),
  });
  return (
    <Stack>
      {save.isError && <Alert color="red">{errorText(save.error)}</Alert>}
      <Loaded
        query={query}
        empty={t('codes.noDownloads')}
        isEmpty={({ downloads }) => downloads.length === 0}
      >
        {({ downloads }) => (
          <RecordTable
            rows={downloads}
            rowKey={({ id }) => id}
            columns={[
              [t('fields.prefix'), ({ gtin }) => gtin],
              [t('codes.format'), ({ format }) => format.toUpperCase()],
              [t('cols.state'), ({ state }) => <State value={state} />],
              [t('codes.codesDone'), (each) => <Done {...each} />],
              [
                t('cols.does'),
                (each) =>
                  each.state === 'done' && (
                    <Button variant="light" size="compact-xs" onClick={() => save.mutate(each)}>
                      {t('codes.save')}
                    </Button>
                  ),
              ],
            ]}
          />
        )}
      </Loaded>
    </Stack>
  );
};
