import { Stack, Text } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { IncidentRecord } from '@yaosu/chaincode/model/incident/schemas';
import { INCIDENT_STEPS, type IncidentState } from '@yaosu/chaincode/model/incident/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRecord } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Loaded } from '../../ui/loaded.js';
import { LoadName } from '../../ui/load-name.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';

const CLOSABLE: readonly IncidentState[] = INCIDENT_STEPS.close;

const offersOf = ({ incident, owner, state }: IncidentRecord, enterprise: string): readonly Offer[] =>
  owner === enterprise && CLOSABLE.includes(state)
    ? [{ act: HEADS.Incident.close, fixed: { incident } }]
    : [];

const Reported = ({ incident }: { readonly incident: IncidentRecord }): ReactElement => {
  const { t } = useTranslation();
  const { subject, owner, reported, evidence } = incident;
  const key = keyOf('inc', incident.incident);
  return (
    <Section title={t('incidents.said')} aside={<Signer by={reported.by} />}>
      <Facts
        facts={[
          [t('incidents.load'), <LoadName key="load" of={subject} />],
          [t('cols.when'), <Moment key="at" at={reported.at} />],
          [t('incidents.owner'), <Firm key="owner" id={owner} />],
          [t('fields.evidence'), <Statement key="evidence" digest={evidence} record={key} />],
        ]}
      />
      <Text size="xs" c="dimmed">
        {t('incidents.sealed')}
      </Text>
    </Section>
  );
};

const Closed = ({
  closed,
  record,
}: {
  readonly closed: NonNullable<IncidentRecord['closed']>;
  readonly record: string;
}): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('fields.conclusion')} aside={<Signer by={closed.by} />}>
      <Facts
        facts={[
          [t('fields.conclusion'), textOf(closed.conclusion)],
          [t('cols.when'), <Moment key="at" at={closed.at} />],
          [t('fields.report'), <Statement key="report" digest={closed.report} record={record} />],
        ]}
      />
    </Section>
  );
};

/** An incident: with which load, who reported what, and what was made of it. */
export const IncidentPage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const { id = '' } = useParams();
  const { enterprise } = useSignedIn();
  return (
    <Loaded query={useRecord('inc', id)}>
      {(record) => (
        <Stack>
          <PageHead
            title={t('incidents.one', { kind: textOf(record.value.kind) })}
            state={<State value={record.value.state} />}
          >
            <ActLinks offers={offersOf(record.value, enterprise)} seen={record} />
          </PageHead>
          <Reported incident={record.value} />
          {record.value.closed !== null && <Closed closed={record.value.closed} record={record.key} />}
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
