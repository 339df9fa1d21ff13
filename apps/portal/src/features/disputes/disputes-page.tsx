import { Stack, Text } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { DisputeRecord } from '@yaosu/chaincode/model/dispute/schemas';
import { ERRORS } from '@yaosu/gateway/api/errors';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordPages } from '../../lib/records.js';
import { useSignedIn, type Session } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useActName } from '../../ui/use-act-name.js';

/** The sentence of a code; the code itself where no table knows it. */
const Cause = ({ code }: { readonly code: string }): ReactElement => {
  const { i18n } = useTranslation();
  const meaning = Object.entries(ERRORS).find(([known]) => known === code)?.[1];
  if (meaning === undefined) return <>{code}</>;
  return <span title={code}>{i18n.language === 'zh' ? meaning.zh : meaning.en}</span>;
};

/** All owners resolve it together, or an authority alone. */
const offersOf = ({ cmd, owners, resolution }: DisputeRecord, session: Session): readonly Offer[] => {
  const isConcerned = owners.includes(session.enterprise) || session.roles.includes('authority');
  return isConcerned && resolution === null ? [{ act: HEADS.Dispute.resolve, fixed: { dispute: cmd } }] : [];
};

const Disputes = (): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const nameOf = useActName();
  return (
    <Section title={t('disputes.disputes')}>
      <RecordList
        query={useRecordPages('disp')}
        empty={t('disputes.noDisputes')}
        columns={[
          [t('cols.act'), ({ value }) => nameOf(value.contract, value.act)],
          [t('cols.cause'), ({ value }) => <Cause code={value.cause} />],
          [
            t('cols.owners'),
            ({ value }) => (
              <Stack gap={0}>
                {value.owners.map((owner) => (
                  <Firm key={owner} id={owner} />
                ))}
              </Stack>
            ),
          ],
          [t('cols.opened'), ({ value }) => <Moment at={value.openedAt} />],
          [t('cols.outcome'), ({ value }) => <State value={value.resolution?.outcome ?? 'open'} />],
          [
            t('fields.reason'),
            ({ key, value }) => <Statement digest={value.resolution?.reason ?? null} record={key} />,
          ],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
          [
            t('cols.does'),
            (record) => <ActLinks offers={offersOf(record.value, session)} seen={record} small />,
          ],
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('disputes.second')}
      </Text>
    </Section>
  );
};

const Deviations = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section title={t('disputes.deviations')}>
      <RecordList
        query={useRecordPages('cmd')}
        empty={t('disputes.noDeviations')}
        columns={[
          [t('proof.command'), ({ key }) => <Hash value={key.slice('cmd~'.length)} />],
          [
            t('cols.cause'),
            ({ value }) => (
              <Stack gap={0}>
                {value.deviations?.map(({ code }) => (
                  <Cause key={code} code={code} />
                ))}
              </Stack>
            ),
          ],
          [
            t('cols.owners'),
            ({ value }) => (
              <Stack gap={0}>
                {value.deviations?.map(({ code, owner }) => (
                  <Firm key={code} id={owner} />
                ))}
              </Stack>
            ),
          ],
          [t('cols.block'), ({ block }) => block],
          [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        ]}
      />
    </Section>
  );
};

/** Facts that contradict the ledger, and facts that broke a rule: who has to answer for them. */
export const DisputesPage = (): ReactElement => {
  const { t } = useTranslation();
  return (
    <Stack>
      <PageHead title={t('disputes.title')} />
      <Disputes />
      <Deviations />
    </Stack>
  );
};
