import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { CodeRange } from '@yaosu/gateway/api/codes';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { mayAct } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { BatchName } from '../../ui/batch-name.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { RecordTable, type Column } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { useActName } from '../../ui/use-act-name.js';
import { Sums } from './sums.js';

const blocksOf = ({ firstBlock, blocks }: CodeRange): string =>
  blocks === 1 ? String(firstBlock) : `${String(firstBlock)}–${String(firstBlock + blocks - 1)}`;

/** Labels are made of serials that this gateway can make anew. */
const Download = ({ prefix, firstBlock, gtin }: CodeRange): ReactElement => {
  const { t } = useTranslation();
  if (gtin === null) return <>–</>;
  return (
    <Button
      component={Link}
      to={`/codes/download/${prefix}/${String(firstBlock)}`}
      variant="light"
      size="compact-xs"
    >
      {t('codes.download')}
    </Button>
  );
};

/** The GTIN that the serials are for, and the batch that they went to. */
const Product = ({ gtin, prefix, batch }: CodeRange): ReactElement => (
  <Stack gap={0}>
    <span>{gtin ?? <Hash value={prefix} />}</span>
    {batch !== null && <BatchName id={batch} />}
  </Stack>
);

const useColumns = (): readonly Column<CodeRange>[] => {
  const { t } = useTranslation();
  return [
    [t('fields.prefix'), (range) => <Product {...range} />],
    [t('codes.block'), blocksOf],
    [t('codes.reserved'), ({ sums }) => sums.reserved],
    [t('codes.free'), ({ sums }) => sums.free],
    [t('codes.used'), ({ sums }) => sums.used],
    [t('codes.rejected'), ({ sums }) => sums.rejected + sums.destroyed],
    [t('codes.unused'), ({ sums }) => sums.unused],
    [t('codes.printedSum'), ({ sums }) => sums.printed],
    [t('cols.does'), (range) => <Download {...range} />],
  ];
};

/** Ranges of serials that the own enterprise has reserved, with what became of them: they always add up. */
export const Ranges = (): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const session = useSignedIn();
  const columns = useColumns();
  const query = useQuery({ queryKey: ['codeRanges'], queryFn: () => api.read('codeRanges', {}) });
  return (
    <Stack>
      {mayAct(session, HEADS.Code.reserve) && (
        <Group>
          <Button component={Link} to="/codes/apply">
            {nameOf('Code', 'reserve')}
          </Button>
        </Group>
      )}
      <Loaded query={query} empty={t('codes.noBlocks')} isEmpty={({ ranges }) => ranges.length === 0}>
        {({ ranges, sums }) => (
          <>
            <Section title={t('codes.inAll')}>
              <Sums sums={sums} />
            </Section>
            <RecordTable
              rows={ranges}
              rowKey={({ prefix, firstBlock }) => `${prefix}${String(firstBlock)}`}
              columns={columns}
            />
          </>
        )}
      </Loaded>
    </Stack>
  );
};
