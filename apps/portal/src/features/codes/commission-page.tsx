import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecord, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { useValueText } from '../../ui/use-value-text.js';
import { Labels } from './labels.js';
import { OpenToReceiver } from './open-to-receiver.js';
import { RegisterAlias } from './register-alias.js';
import { SecondCodes } from './second-codes.js';
import { useIssuedList } from './use-issued-list.js';

type Commission = RecordOf<'com'>;

const Counts = ({ record }: { readonly record: Commission }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { batch, commission, issued, used, rejected, destroyed, uniqueness, root, signedBy, at } =
    record.value;
  return (
    <Section
      title={t('detail.facts')}
      aside={
        <ActLinks offers={[{ act: HEADS.Code.rejectOnLine, fixed: { batch, commission } }]} seen={record} />
      }
    >
      <Facts
        facts={[
          [t('cols.batch'), <BatchName key="batch" id={batch} />],
          [t('codes.issued'), issued],
          [t('codes.used'), used],
          [t('codes.rejectedOnly'), rejected],
          [t('codes.destroyed'), destroyed],
          [t('codes.unused'), issued - used - rejected - destroyed],
          [t('codes.uniqueness'), textOf(uniqueness)],
          [t('fields.root'), <Hash key="root" value={root} />],
          [t('cols.who'), <Signer key="who" by={signedBy} />],
          [t('cols.when'), <Moment key="at" at={at} />],
        ]}
      />
    </Section>
  );
};

const Packs = ({ record }: { readonly record: Commission }): ReactElement => {
  const { t } = useTranslation();
  const { batch, commission, root } = record.value;
  const query = useIssuedList(commission, root);
  return (
    <Loaded query={query}>
      {(list) =>
        list === null ? (
          <Text c="dimmed">{t('codes.noList')}</Text>
        ) : (
          <>
            <Section title={t('codes.packsAndLabels')}>
              <Labels batch={batch} list={list} />
            </Section>
            <Section title={t('codes.openToReceiver')}>
              <OpenToReceiver batch={batch} commission={commission} list={list} />
            </Section>
            <Section title={t('secondCodes.register')}>
              <RegisterAlias batch={batch} commission={commission} list={list} />
            </Section>
          </>
        )
      }
    </Loaded>
  );
};

/** A commission: its counts, its packs with their labels, and what proves them to a receiver. */
export const CommissionPage = (): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const { id = '', commission = '' } = useParams();
  const query = useRecord('com', id, commission);
  return (
    <Loaded query={query}>
      {(record) => (
        <Stack>
          <PageHead title={t('codes.commission')} />
          <Counts record={record} />
          {record.value.enterprise === enterprise && <Packs record={record} />}
          <Section title={t('secondCodes.title')}>
            <SecondCodes batch={record.value.batch} />
          </Section>
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
