import { Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecordPages, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { RecordList } from '../../ui/record-list.js';
import { Signer } from '../../ui/signer.js';
import { Statement } from '../../ui/statement.js';

const StandsFor = ({ code, unit }: Pick<RecordOf<'alias'>['value'], 'code' | 'unit'>): ReactElement => {
  const { t } = useTranslation();
  return (
    <>
      <Hash value={code} />{' '}
      <Text span size="xs" c="dimmed">
        {unit === null ? t('secondCodes.container') : t('secondCodes.pack', { number: unit.index + 1 })}
      </Text>
    </>
  );
};

const Registered = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const { enterprise: own } = useSignedIn();
  const offersOf = ({ value: { alias, code, enterprise, state } }: RecordOf<'alias'>): readonly Offer[] =>
    state === 'registered' && enterprise === own
      ? [{ act: HEADS.Code.withdrawAlias, fixed: { alias, code } }]
      : [];
  return (
    <RecordList
      query={useRecordPages('alias', { batch })}
      empty={t('secondCodes.none')}
      columns={[
        [t('secondCodes.second'), ({ value }) => <Hash value={value.alias} />],
        [t('secondCodes.standsFor'), ({ value }) => <StandsFor {...value} />],
        [t('cols.state'), ({ value }) => t(`secondCodes.states.${value.state}`)],
        [t('cols.who'), ({ value }) => <Signer by={value.signedBy} />],
        [t('cols.when'), ({ value }) => <Moment at={value.at} />],
        [t('cols.block'), ({ block }) => block],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        [t('cols.does'), (record) => <ActLinks offers={offersOf(record)} seen={record} small />],
      ]}
    />
  );
};

const Withdrawn = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordList
      query={useRecordPages('aliasend', { batch })}
      empty={t('secondCodes.noneWithdrawn')}
      columns={[
        [t('secondCodes.second'), ({ value }) => <Hash value={value.alias} />],
        [t('secondCodes.standsFor'), ({ value }) => <StandsFor {...value} />],
        [t('fields.reason'), ({ value }) => <Statement digest={value.withdrawn.reason} />],
        [t('cols.who'), ({ value }) => <Signer by={value.withdrawn.by} />],
        [t('cols.when'), ({ value }) => <Moment at={value.withdrawn.at} />],
        [t('cols.block'), ({ block }) => block],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
      ]}
    />
  );
};

/** Second codes on packs of a batch, those that were withdrawn with who, when and why. */
export const SecondCodes = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('secondCodes.about')}
      </Text>
      <Registered batch={batch} />
      <Title order={3} size="h5">
        {t('secondCodes.withdrawn')}
      </Title>
      <Withdrawn batch={batch} />
    </Stack>
  );
};
