import { Alert, Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { CodeRange } from '@yaosu/gateway/api/codes';
import type { DownloadSpec } from '@yaosu/gateway/api/downloads';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { DigitsInput } from './digits-input.js';
import { DownloadFields, type Layout } from './download-fields.js';

const USUAL: Layout = { format: 'csv', symbol: 'datamatrix', lot: '', expiry: '' };

type Own = CodeRange & { readonly gtin: string; readonly scheme: DownloadSpec['scheme'] };

const Form = ({ range }: { readonly range: Own }): ReactElement => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { gtin, scheme, firstBlock, blocks, sums } = range;
  const [layout, setLayout] = useState(USUAL);
  const [typed, setTyped] = useState(String(sums.reserved));
  const count = Number(typed);
  const isCounted = Number.isInteger(count) && count > 0 && count <= sums.reserved;
  const begin = useMutation({
    mutationFn: () => {
      const { lot, expiry, ...how } = layout;
      return api.call('codeDownload', {
        ...{ gtin, scheme, firstBlock, blocks, count, ...how },
        lot: lot === '' ? null : lot,
        expiry: expiry === '' ? null : expiry,
      });
    },
    onSuccess: () => void navigate('/codes?tab=downloads'),
  });
  return (
    <Stack>
      <Facts
        facts={[
          [t('fields.prefix'), gtin],
          [t('codes.reserved'), sums.reserved],
        ]}
      />
      <DownloadFields layout={layout} onChange={(change) => setLayout({ ...layout, ...change })} />
      <DigitsInput label={t('codes.needed')} value={typed} onChange={setTyped} wrong={!isCounted} />
      {begin.isError && <Alert color="red">{errorText(begin.error)}</Alert>}
      <Group>
        <Button disabled={!isCounted} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('codes.begin')}
        </Button>
      </Group>
    </Stack>
  );
};

const isOwn = (range: CodeRange | undefined): range is Own => range?.gtin != null && range.scheme !== null;

/** Asks how the codes of a range are wanted; a job of the gateway makes them, and goes on after a crash. */
export const DownloadPage = (): ReactElement => {
  const { t } = useTranslation();
  const { prefix, firstBlock } = useParams();
  const query = useQuery({ queryKey: ['codeRanges'], queryFn: () => api.read('codeRanges', {}) });
  return (
    <Stack maw={860}>
      <PageHead title={t('codes.download')} />
      <Loaded query={query}>
        {({ ranges }) => {
          const range = ranges.find(
            (each) => each.prefix === prefix && String(each.firstBlock) === firstBlock,
          );
          return isOwn(range) ? <Form range={range} /> : <Alert color="yellow">{t('empty')}</Alert>;
        }}
      </Loaded>
    </Stack>
  );
};
