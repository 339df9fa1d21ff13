import { Button, Stack, Tabs } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecordPages, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { Downloads } from './downloads.js';
import { Ranges } from './ranges.js';

const unitOffers = ({ value: { code, state } }: RecordOf<'unit'>): readonly Offer[] =>
  state === 'dispensed' ? [{ act: HEADS.Code.reverse, fixed: { unit: code } }] : [];

const Units = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordList
      query={useRecordPages('unit')}
      empty={t('codes.noUnits')}
      columns={[
        [t('codes.code'), ({ value }) => <Hash value={value.code} />],
        [t('cols.batch'), ({ value }) => <BatchName id={value.batch} />],
        [t('cols.state'), ({ value }) => <State value={value.state} />],
        [t('codes.offline'), ({ value }) => (value.offline === null ? '–' : textOf(value.offline))],
        [t('cols.who'), ({ value }) => <Signer by={value.signedBy} />],
        [t('cols.when'), ({ value }) => <Moment at={value.at} />],
        [t('cols.block'), ({ block }) => block],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        [t('cols.does'), (record) => <ActLinks offers={unitOffers(record)} seen={record} small />],
      ]}
    />
  );
};

/** Codes of the own enterprise: ranges of serials, their lists and labels, and packs to which something happened alone. */
export const CodesPage = (): ReactElement => {
  const { t } = useTranslation();
  const { roles } = useSignedIn();
  const [query, setQuery] = useSearchParams();
  const isMaker = roles.some((role) => ['manufacturer', 'cdmo', 'mah'].includes(role));
  return (
    <Stack>
      <PageHead title={t('codes.title')}>
        <Button component={Link} to="/codes/conflicts" variant="default" size="xs">
          {t('secondCodes.conflicts.open')}
        </Button>
      </PageHead>
      <Tabs
        value={query.get('tab') ?? (isMaker ? 'blocks' : 'units')}
        onChange={(tab) => setQuery({ tab: tab ?? '' }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="blocks">{t('codes.blocks')}</Tabs.Tab>
          <Tabs.Tab value="downloads">{t('codes.downloads')}</Tabs.Tab>
          <Tabs.Tab value="units">{t('codes.units')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="blocks" pt="md">
          <Ranges />
        </Tabs.Panel>
        <Tabs.Panel value="downloads" pt="md">
          <Downloads />
        </Tabs.Panel>
        <Tabs.Panel value="units" pt="md">
          <Units />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
};
