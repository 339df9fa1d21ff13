import { Anchor, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { CONFLICT_KINDS } from '@yaosu/chaincode/rules/code/alias-conflicts';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { ConflictView, ConflictWord } from '@yaosu/gateway/api/code-conflicts';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../lib/api.js';
import { eventPath } from '../../lib/event-path.js';
import { useSetFilters } from '../../lib/use-filters.js';
import { usePages } from '../../lib/use-pages.js';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { PagedList } from '../../ui/paged-list.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable } from '../../ui/record-table.js';

/** The page of what was said; none for a second code, which its batch's page lists. */
const pathOf = ({ key, event }: ConflictWord): string | undefined => {
  if (event !== null) return eventPath(event);
  const { type, parts } = splitKey(key ?? '') ?? {};
  return type === 'com' ? `/batches/${String(parts?.[0])}/codes/${String(parts?.[1])}` : undefined;
};

/** Who said it, when, and where it stands. */
const Said = ({ word }: { readonly word: ConflictWord }): ReactElement => {
  const { t } = useTranslation();
  const { code, enterprise, at, block, txId, product } = word;
  return (
    <List size="sm" listStyleType="none" spacing={2}>
      <List.Item>
        <Hash value={code} />
      </List.Item>
      {product !== null && (
        <List.Item>
          {t(`secondCodes.conflicts.products.${product.scheme}`, { value: product.value })}
        </List.Item>
      )}
      <List.Item>
        <Firm id={enterprise} />
      </List.Item>
      <List.Item>
        <Moment at={at} />
      </List.Item>
      <List.Item>
        {t('secondCodes.conflicts.blockOf', { block })} <Hash value={txId} />
      </List.Item>
    </List>
  );
};

const Other = ({ other }: Pick<ConflictView, 'other'>): ReactElement => {
  const { t } = useTranslation();
  const path = pathOf(other);
  const name = t(`secondCodes.conflicts.by.${other.by}`);
  return (
    <>
      <Text size="sm" fw={600}>
        {path === undefined ? (
          name
        ) : (
          <Anchor component={Link} to={path} size="sm">
            {name}
          </Anchor>
        )}
      </Text>
      <Said word={other} />
    </>
  );
};

const kindOf = (search: URLSearchParams) => CONFLICT_KINDS.find((kind) => kind === search.get('kind'));

const Filters = ({ kind }: { readonly kind: ConflictView['kind'] | undefined }): ReactElement => {
  const { t } = useTranslation();
  const set = useSetFilters();
  const kinds = CONFLICT_KINDS.map((value) => ({ value, label: t(`secondCodes.conflicts.kinds.${value}`) }));
  return (
    <Group className="no-print">
      <NativeSelect
        label={t('secondCodes.conflicts.kind')}
        value={kind ?? ''}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[{ value: '', label: t('secondCodes.conflicts.all') }, ...kinds]}
      />
    </Group>
  );
};

const rowKey = ({ kind, second, other }: ConflictView): string =>
  [kind, second.code, other.key ?? other.event].join(' ');

const Conflicts = ({ conflicts }: { readonly conflicts: readonly ConflictView[] }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={conflicts}
      rowKey={rowKey}
      columns={[
        [t('secondCodes.conflicts.kind'), ({ kind }) => t(`secondCodes.conflicts.kinds.${kind}`)],
        [t('secondCodes.second'), ({ second }) => <Said word={second} />],
        [t('secondCodes.conflicts.other'), ({ other }) => <Other other={other} />],
        [t('secondCodes.standsFor'), ({ object }) => <Hash value={object} />],
        [t('cols.batch'), ({ batches }) => batches.map((batch) => <BatchName key={batch} id={batch} />)],
        [t('secondCodes.conflicts.whatToDo'), ({ kind }) => t(`secondCodes.conflicts.todo.${kind}`)],
      ]}
    />
  );
};

/** Codes that ought to agree and do not: who said what and when, and what to do. */
export const ConflictsPage = (): ReactElement => {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const kind = kindOf(search);
  const query = usePages(['codeConflicts', kind], (cursor) =>
    api.read('codeConflicts', {}, { kind, cursor }),
  );
  return (
    <Stack>
      <PageHead title={t('secondCodes.conflicts.title')} />
      <Text size="sm" c="dimmed">
        {t('secondCodes.conflicts.about')}
      </Text>
      <Filters kind={kind} />
      <PagedList query={query} empty={t('secondCodes.conflicts.none')} rowsOf={({ conflicts }) => conflicts}>
        {(pages) => <Conflicts conflicts={pages.flatMap(({ conflicts }) => conflicts)} />}
      </PagedList>
    </Stack>
  );
};
