import { Alert, Button, Code, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { Loaded } from '../../ui/loaded.js';
import { MorePages } from '../../ui/more-pages.js';
import { RecordTable } from '../../ui/record-table.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { saveFile } from '../../lib/save-file.js';
import { codeOf, type IssuedList, type Print } from './serial-list.js';

const PAGE = 20;

interface Props {
  readonly list: IssuedList;
  readonly print: Print;
}

const SYMBOLS = [
  ['DataMatrix PNG', { symbol: 'datamatrix', format: 'png' }],
  ['DataMatrix SVG', { symbol: 'datamatrix', format: 'svg' }],
  ['QR SVG', { symbol: 'qr', format: 'svg' }],
] as const;

const Packs = ({ list: { gtin, serials }, print }: Props): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [shown, setShown] = useState(PAGE);
  const label = useMutation({
    mutationFn: async ({ serial, query }: { serial: string; query: (typeof SYMBOLS)[number][1] }) =>
      saveFile(`${serial}.${query.format}`, await api.label(codeOf(gtin, serial, print), query)),
  });
  const saveAll = (): void => {
    const lines = serials.map((serial) => codeOf(gtin, serial, print)).join('\r\n');
    saveFile(`${print.lot}.csv`, new Blob([`code\r\n${lines}\r\n`], { type: 'text/csv' }));
  };
  return (
    <Stack>
      <Group>
        <Button variant="light" size="xs" onClick={saveAll}>
          {t('codes.saveAll')}
        </Button>
      </Group>
      {label.isError && <Alert color="red">{errorText(label.error)}</Alert>}
      <RecordTable
        rows={serials.slice(0, shown)}
        rowKey={(serial) => serial}
        columns={[
          [t('codes.serial'), (serial) => serial],
          [t('codes.printed'), (serial) => <Code>{codeOf(gtin, serial, print)}</Code>],
          [
            t('codes.labels'),
            (serial) => (
              <Group gap="xs" wrap="nowrap">
                {SYMBOLS.map(([name, query]) => (
                  <Button
                    key={name}
                    variant="light"
                    size="compact-xs"
                    onClick={() => label.mutate({ serial, query })}
                  >
                    {name}
                  </Button>
                ))}
              </Group>
            ),
          ],
        ]}
      />
      <MorePages
        query={{
          hasNextPage: shown < serials.length,
          isFetchingNextPage: false,
          fetchNextPage: () => setShown(shown + PAGE),
        }}
      />
    </Stack>
  );
};

/** The packs of a list with their labels, printed with the lot and expiry of the batch. */
export const Labels = ({ batch, list }: { batch: string; list: IssuedList }): ReactElement => {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['print', batch],
    queryFn: async () => {
      const [{ batch: record }, { identity }] = await Promise.all([
        api.read('batch', { id: batch }),
        api.read('batchIdentity', { id: batch }),
      ]);
      return identity === null ? null : { lot: identity.content.lot, expiry: record.usableUntil };
    },
  });
  return (
    <Loaded query={query} empty={t('batches.sealed')} isEmpty={(print) => print === null}>
      {(print) => (print === null ? <></> : <Packs list={list} print={print} />)}
    </Loaded>
  );
};
