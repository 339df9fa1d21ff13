import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { mayAdmitKeys } from '../../lib/may-act.js';
import { SEEN_ANEW } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useActName } from '../../ui/use-act-name.js';
import { useValueText } from '../../ui/use-value-text.js';
import { Invitations } from './invitations.js';
import { standing } from './standing.js';

type Key = ReadAnswer<'enterpriseKeys'>['keys'][number];

/** Administrators are made and unmade by the root key alone, and nobody unmakes that one here. */
const isAboveAdministrators = ({ appointments }: Key): boolean =>
  appointments.some((each) => each.function === 'root' || each.function === 'administrator');

const offersOf = (key: Key): readonly Offer[] => {
  const { enterprise, kid, appointments, person, revokedAt } = key;
  if (revokedAt !== null || isAboveAdministrators(key)) return [];
  const fixed = { enterprise, kid };
  const revoke = { act: HEADS.Enterprise.revokeKey, fixed };
  return person === null
    ? [revoke]
    : [{ act: HEADS.Enterprise.appoint, fixed, start: { appointments } }, revoke];
};

const Functions = ({ appointments }: Pick<Key, 'appointments'>): ReactElement => {
  const textOf = useValueText();
  if (appointments.length === 0) return <>–</>;
  return (
    <Stack gap={0}>
      {appointments.map(({ function: name, notAfter }) => (
        <Text key={name} size="sm" title={notAfter}>
          {textOf(name)}
        </Text>
      ))}
    </Stack>
  );
};

/** Keys without a limit. */
const KeyTable = ({ keys, isOwn }: { keys: readonly Key[]; isOwn: boolean }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordTable
      rows={keys}
      rowKey={({ kid }) => kid}
      columns={[
        [t('fields.kid'), ({ kid }) => <Hash value={kid} />],
        [t('cols.kind'), ({ kind }) => textOf(kind)],
        [t('session.functions'), (key) => <Functions appointments={key.appointments} />],
        [t('fields.notAfter'), ({ notAfter }) => <Moment at={notAfter} />],
        [t('cols.state'), (key) => <State value={standing(key)} />],
        [t('cols.block'), ({ block }) => block],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
        [
          t('cols.does'),
          (key) =>
            isOwn && (
              <ActLinks offers={offersOf(key)} seen={{ key: keyOf('key', key.kid), hash: key.hash }} small />
            ),
        ],
      ]}
    />
  );
};

/** Keys that speak for an enterprise; its administrators admit, appoint, invite and revoke. */
export const Keys = ({ enterprise, isOwn }: { enterprise: string; isOwn: boolean }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const session = useSignedIn();
  const query = useQuery({
    ...SEEN_ANEW,
    queryKey: ['enterpriseKeys', enterprise],
    queryFn: () => api.read('enterpriseKeys', { id: enterprise }),
  });
  const invitations = query.data?.keys.filter(({ onlyFor }) => onlyFor !== null) ?? [];
  return (
    <>
      <Section
        title={t('enterprises.keys')}
        aside={
          isOwn &&
          mayAdmitKeys(session) && (
            <Anchor component={Link} to="/keys/admit" size="sm">
              {nameOf('Enterprise', 'admitKey')}
            </Anchor>
          )
        }
      >
        <Loaded query={query} empty={t('enterprises.noKeys')} isEmpty={({ keys }) => keys.length === 0}>
          {({ keys }) => <KeyTable keys={keys.filter(({ onlyFor }) => onlyFor === null)} isOwn={isOwn} />}
        </Loaded>
      </Section>
      {(isOwn || invitations.length > 0) && <Invitations keys={invitations} isOwn={isOwn} />}
    </>
  );
};
