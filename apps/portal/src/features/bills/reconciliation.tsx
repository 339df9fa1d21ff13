import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dayOf } from '@yaosu/chaincode/model/kernel/time';
import type { BillDifference, Reconciliation } from '@yaosu/gateway/api/bills';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.js';
import { calendarDay } from '../../lib/filter-values.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { useErrorText } from '../../ui/use-error-text.js';

const Difference = ({ what, bill, externalNo, here, there }: BillDifference): ReactElement => {
  const { t } = useTranslation();
  return (
    <List.Item>
      {t(`bills.what.${what}`)}: <Hash value={bill} /> {externalNo}{' '}
      {t('bills.counts', { here: here ?? '–', there: there ?? '–' })}
    </List.Item>
  );
};

const Differences = ({ differing, differences }: Reconciliation): ReactElement => {
  const { t } = useTranslation();
  if (differing === 0) return <>{t('bills.agrees')}</>;
  const more = differing - differences.length;
  return (
    <List size="sm" listStyleType="none">
      {differences.map((each) => (
        <Difference key={`${each.what} ${each.bill} ${String(each.externalNo)}`} {...each} />
      ))}
      {more > 0 && <List.Item>{t('bills.more', { count: more })}</List.Item>}
    </List>
  );
};

const Compare = (): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [day, setDay] = useState(() => dayOf(new Date().toISOString()));
  const comparing = useMutation({
    mutationFn: () => api.call('reconcileBills', { day }),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <TextInput
          type="date"
          label={t('bills.dayToCompare')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={comparing.isPending}
          disabled={calendarDay(day) === undefined}
          onClick={() => comparing.mutate()}
        >
          {t('bills.compare')}
        </Button>
      </Group>
      {comparing.error !== null && <Alert color="red">{errorText(comparing.error)}</Alert>}
    </Stack>
  );
};

/** Days compared with the platform, the last one first, and what did not agree. */
export const Reconciliations = ({
  results,
}: {
  readonly results: readonly Reconciliation[];
}): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section title={t('bills.reconciliation')}>
      <Text size="sm" c="dimmed">
        {t('bills.reconciliationHint')}
      </Text>
      <Compare />
      <RecordTable
        rows={results}
        rowKey={({ day }) => day}
        empty={t('bills.neverCompared')}
        columns={[
          [t('bills.day'), ({ day }) => day],
          [t('bills.here'), ({ here }) => here],
          [t('bills.there'), ({ there }) => there],
          [t('bills.differences'), (result) => <Differences {...result} />],
          [t('bills.comparedAt'), ({ at }) => <Moment at={at} />],
        ]}
      />
    </Section>
  );
};
