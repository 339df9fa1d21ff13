import { Stack } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { Limit } from '@yaosu/chaincode/model/telemetry/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordPages, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';

const HUNDREDTHS = 100;

const degrees = (centiCelsius: number | null): string =>
  centiCelsius === null ? '…' : String(centiCelsius / HUNDREDTHS);

const rangeOf = ({ minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes }: Limit): string =>
  `${degrees(minCentiCelsius)} – ${degrees(maxCentiCelsius)} °C; ${String(maxUnbrokenMinutes)} / ${String(maxTotalMinutes)}`;

/** The next edition begins with what the last one says. */
const nextEditionOf = ({ value }: RecordOf<'prof'>): Offer => {
  const { product, edition, limits, neverFreeze, budgetMinutes } = value;
  return {
    act: HEADS.Telemetry.setProfile,
    fixed: { product, edition: edition + 1 },
    start: { limits, neverFreeze, budgetMinutes },
  };
};

/** What products bear on their way: every edition of every profile. */
export const ProfilesPage = (): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const query = useRecordPages('prof');
  const known = query.data?.pages.flatMap(({ records }) => records) ?? [];
  const isLast = ({ value }: RecordOf<'prof'>): boolean =>
    value.owner === enterprise &&
    !known.some(({ value: other }) => other.product === value.product && other.edition > value.edition);
  return (
    <Stack>
      <PageHead title={t('profiles.title')}>
        <ActLinks offers={[{ act: HEADS.Telemetry.setProfile, start: { edition: 1 } }]} />
      </PageHead>
      <RecordList
        query={query}
        empty={t('profiles.none')}
        columns={[
          [t('cols.mah'), ({ value }) => <Firm id={value.owner} />],
          [t('fields.product'), ({ value }) => <Hash value={value.product} />],
          [t('fields.edition'), ({ value }) => value.edition],
          [t('profiles.limits'), ({ value }) => value.limits.map(rangeOf).join('; ')],
          [t('profiles.budget'), ({ value }) => value.budgetMinutes],
          [t('profiles.freeze'), ({ value }) => t(value.neverFreeze ? 'act.yes' : 'act.no')],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
          [
            t('cols.does'),
            (record) => (isLast(record) ? <ActLinks offers={[nextEditionOf(record)]} small /> : '–'),
          ],
        ]}
      />
    </Stack>
  );
};
