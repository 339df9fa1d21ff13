import { Anchor, Stack, Text } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mayAct } from '../../lib/may-act.js';
import { useRecordPages, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Hash } from '../../ui/hash.js';
import { RecordList } from '../../ui/record-list.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { useActName } from '../../ui/use-act-name.js';
import { useValueText } from '../../ui/use-value-text.js';

type Batch = ReadAnswer<'batch'>['batch'];

const Commissions = ({ batch }: { readonly batch: string }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordList
      query={useRecordPages('com', { batch })}
      empty={t('codes.noCommissions')}
      columns={[
        [
          t('codes.commission'),
          ({ value }) => (
            <Anchor component={Link} to={`/batches/${batch}/codes/${value.commission}`} size="sm">
              {t('codes.packs', { count: value.used })}
            </Anchor>
          ),
        ],
        [t('codes.issued'), ({ value }) => value.issued],
        [t('codes.rejected'), ({ value }) => value.rejected + value.destroyed],
        [t('codes.uniqueness'), ({ value }) => textOf(value.uniqueness)],
        [t('cols.who'), ({ value }) => <Signer by={value.signedBy} />],
        [t('cols.block'), ({ block }) => block],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
      ]}
    />
  );
};

const offersOf = ({ value }: RecordOf<'obj'>, { batch, site }: Batch): readonly Offer[] => {
  if (value.state !== 'packed' || value.parent !== null) return [];
  const contents = value.contents.map((each) => ({ batch: each.batch, count: each.count }));
  return [
    {
      act: HEADS.Code.aggregate,
      fixed: { batch },
      start: { site, contents: contents.map((each) => ({ ...each, from: value.code })) },
    },
    { act: HEADS.Code.disaggregate, fixed: { batch, container: value.code }, start: { site, contents } },
  ];
};

const Containers = ({ batch }: { readonly batch: Batch }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordList
      query={useRecordPages('obj', { batch: batch.batch })}
      empty={t('codes.noContainers')}
      columns={[
        [t('codes.container'), ({ value }) => textOf(value.kind)],
        [t('codes.code'), ({ value }) => <Hash value={value.code} />],
        [t('cols.state'), ({ value }) => textOf(value.state, 'containerState')],
        [t('codes.inside'), ({ value }) => value.contents.reduce((sum, { count }) => sum + count, 0)],
        [t('codes.parent'), ({ value }) => (value.parent === null ? '–' : <Hash value={value.parent} />)],
        [t('cols.block'), ({ block }) => block],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        [t('cols.does'), (record) => <ActLinks offers={offersOf(record, batch)} seen={record} small />],
      ]}
    />
  );
};

/** Serials of a packed batch, and what its packs stand in. */
export const BatchCodes = ({ batch }: { readonly batch: Batch }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const session = useSignedIn();
  const mayCommission = batch.issuer === session.enterprise && mayAct(session, HEADS.Code.commission);
  return (
    <Section
      title={t('codes.ofBatch')}
      aside={
        mayCommission && (
          <Anchor component={Link} to={`/batches/${batch.batch}/commission`} size="sm">
            {nameOf('Code', 'commission')}
          </Anchor>
        )
      }
    >
      <Stack>
        <Commissions batch={batch.batch} />
        <Text size="sm" fw={600}>
          {t('codes.containers')}
        </Text>
        <Containers batch={batch} />
      </Stack>
    </Section>
  );
};
