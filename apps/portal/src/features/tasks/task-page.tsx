import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { TASK_STEPS, type TaskStep } from '@yaosu/chaincode/model/task/states';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { SEEN_ANEW } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { Statement } from '../../ui/statement.js';
import { useValueText } from '../../ui/use-value-text.js';
import { PrivateTerms } from './private-terms.js';

type Task = ReadAnswer<'task'>['task'];

/** Acts by the side that signs them. */
const STEPS: Readonly<Record<'client' | 'cdmo', readonly TaskStep[]>> = {
  client: ['acceptDelivery', 'dispute', 'withdraw'],
  cdmo: ['accept', 'decline', 'deliver', 'report'],
};

const offersOf = (task: Task, enterprise: string): readonly Offer[] =>
  (['client', 'cdmo'] as const)
    .filter((side) => task[side] === enterprise)
    .flatMap((side) => STEPS[side])
    .filter((step) => (TASK_STEPS[step].from as readonly string[]).includes(task.state))
    .map((step) => ({ act: HEADS.Task[step], fixed: { task: task.task } }));

const Agreed = ({ task }: { readonly task: Task }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('tasks.agreed')} aside={<Signer by={task.offered.by} />}>
      <Facts
        facts={[
          [t('fields.client'), <Firm key="client" id={task.client} />],
          [t('fields.cdmo'), <Firm key="cdmo" id={task.cdmo} />],
          [t('fields.site'), <Site key="site" of={task.cdmo} gln={task.site} />],
          [t('fields.material'), <Hash key="material" value={task.material} />],
          [t('fields.quantity'), `${task.quantity} ${textOf(task.unit)}`],
          [t('fields.startOn'), task.startOn],
          [t('fields.deliverBy'), task.deliverBy],
          [t('fields.qualityAgreement'), <Statement key="agreement" digest={task.qualityAgreement} />],
          [t('fields.commitment'), <Hash key="commitment" value={task.terms.commitment} />],
        ]}
      />
    </Section>
  );
};

interface Said {
  readonly title: string;
  readonly task: string;
  readonly said: {
    readonly by: Task['offered']['by'];
    readonly at: string;
    readonly reason: string | null;
  } | null;
}

/** An answer with its reason. */
const Answer = ({ title, task, said }: Said): ReactElement => {
  const { t } = useTranslation();
  if (said === null) return <></>;
  return (
    <Section title={title} aside={<Signer by={said.by} />}>
      <Facts
        facts={[
          [t('cols.when'), <Moment key="at" at={said.at} />],
          [t('fields.reason'), <Statement key="reason" digest={said.reason} record={keyOf('task', task)} />],
        ]}
      />
    </Section>
  );
};

const Progress = ({ progress, unit }: Pick<Task, 'progress' | 'unit'>): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  if (progress === null) {
    return (
      <Section title={t('tasks.progress')}>
        <Text c="dimmed">{t('tasks.noProgress')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('tasks.progress')} aside={<Signer by={progress.by} />}>
      <Facts
        facts={[
          [t('fields.stage'), <State key="stage" value={progress.stage} />],
          [t('fields.made'), progress.made === null ? '–' : `${progress.made} ${textOf(unit)}`],
          [t('cols.when'), <Moment key="at" at={progress.at} />],
        ]}
      />
    </Section>
  );
};

const Delivery = ({ delivery }: { readonly delivery: NonNullable<Task['delivery']> }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('tasks.delivery')} aside={<Signer by={delivery.by} />}>
      <RecordTable
        rows={delivery.lines}
        rowKey={({ batch }) => batch}
        columns={[
          [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
          [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
        ]}
      />
      <Group>
        <Moment at={delivery.at} />
      </Group>
    </Section>
  );
};

/** A task: what is public, and for the two what is not. */
export const TaskPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { enterprise } = useSignedIn();
  const query = useQuery({ ...SEEN_ANEW, queryKey: ['task', id], queryFn: () => api.read('task', { id }) });
  return (
    <Loaded query={query}>
      {({ task }) => (
        <Stack>
          <PageHead title={t('tasks.one')} state={<State value={task.state} />}>
            <ActLinks offers={offersOf(task, enterprise)} seen={{ key: `task~${id}`, hash: task.hash }} />
          </PageHead>
          <Agreed task={task} />
          {[task.client, task.cdmo].includes(enterprise) && <PrivateTerms task={task} />}
          {task.state !== 'offered' && (
            <Answer title={t('tasks.answer')} task={task.task} said={task.answered} />
          )}
          {task.answered !== null && task.answered.reason === null && <Progress {...task} />}
          {task.delivery !== null && <Delivery delivery={task.delivery} />}
          <Answer title={t('tasks.settled')} task={task.task} said={task.settled} />
          <Proof txId={task.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
