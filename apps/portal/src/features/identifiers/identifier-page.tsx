import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isPublicValue, type HandleValue, type IdentifierView } from '@yaosu/gateway/api/identifiers';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../../lib/api.js';
import { Facts } from '../../ui/facts.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordTable, type Column } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { SendIdentifierAgain } from './send-identifier-again.js';
import { SyncBadge } from './sync-badge.js';

type ValueColumn = Column<HandleValue>;

const Values = ({
  values,
  more = [],
}: {
  readonly values: readonly HandleValue[];
  readonly more?: readonly ValueColumn[];
}): ReactElement => {
  const { t } = useTranslation();
  return (
    <RecordTable
      rows={values}
      rowKey={({ index }) => String(index)}
      empty={t('identifiers.noValues')}
      columns={[
        [t('identifiers.index'), ({ index }) => index],
        [t('identifiers.type'), ({ type }) => type],
        [t('identifiers.value'), ({ data }) => data.value],
        ...more,
      ]}
    />
  );
};

const OwnValues = ({ values }: { readonly values: readonly HandleValue[] }): ReactElement => {
  const { t } = useTranslation();
  const readersOf = (value: HandleValue): string =>
    isPublicValue(value) ? t('identifiers.everybody') : value.auth;
  return <Values values={values} more={[[t('identifiers.readers'), readersOf]]} />;
};

const IdentifierFacts = ({ template, madeAt, changedAt, syncedAt }: IdentifierView): ReactElement => {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('identifiers.template'), template],
        [t('identifiers.madeAt'), <Moment key="made" at={madeAt} />],
        [t('identifiers.changedAt'), <Moment key="changed" at={changedAt} />],
        [t('identifiers.syncedAt'), <Moment key="synced" at={syncedAt} />],
      ]}
    />
  );
};

const Refusal = ({ handle, refusal }: IdentifierView): ReactElement => {
  const { t } = useTranslation();
  if (refusal === null) return <></>;
  return (
    <Alert color="red" title={`${refusal.text} (${refusal.code})`}>
      <Stack gap="xs">
        {t('identifiers.refusedHint')}
        <SendIdentifierAgain handle={handle} />
      </Stack>
    </Alert>
  );
};

/** An identifier with its values. */
export const IdentifierPage = (): ReactElement => {
  const { t } = useTranslation();
  const { handle = '' } = useParams();
  const query = useQuery({
    queryKey: ['identifiers', 'one', handle],
    queryFn: () => api.read('identifier', { handle }),
  });
  return (
    <Stack>
      <Loaded query={query}>
        {({ identifier, values, facts }) => (
          <>
            <PageHead title={identifier.handle} state={<SyncBadge {...identifier} />} />
            <Refusal {...identifier} />
            <IdentifierFacts {...identifier} />
            <Section title={t('identifiers.list')}>
              <OwnValues values={values} />
            </Section>
            {facts.length > 0 && (
              <Section title={t('identifiers.facts')}>
                <Values values={facts} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Stack>
  );
};
