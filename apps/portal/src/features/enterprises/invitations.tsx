import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ActLinks } from '../../ui/act-links.js';
import { Hash } from '../../ui/hash.js';
import { InvitedTo } from '../../ui/invited-to.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { standing } from './standing.js';

/** A key that speaks for an enterprise. */
type Key = ReadAnswer<'enterpriseKeys'>['keys'][number];

/** Keys that are good for one record: for which, until when, whether they were used; administrators revoke them. */
export const Invitations = ({ keys, isOwn }: { keys: readonly Key[]; isOwn: boolean }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const usedText = (isUsed: boolean | null): string =>
    isUsed === null ? '–' : t(isUsed ? 'invitations.used' : 'invitations.unused');
  return (
    <Section title={t('invitations.title')}>
      <RecordTable
        rows={keys}
        rowKey={({ kid }) => kid}
        empty={t('invitations.none')}
        columns={[
          [t('invitations.for'), ({ onlyFor }) => <InvitedTo record={onlyFor ?? ''} />],
          [t('session.functions'), ({ appointments }) => textOf(appointments[0]?.function ?? '')],
          [t('invitations.until'), ({ notAfter }) => <Moment at={notAfter} />],
          [t('invitations.use'), ({ isUsed }) => usedText(isUsed)],
          [t('cols.state'), (key) => <State value={standing(key)} />],
          [t('fields.kid'), ({ kid }) => <Hash value={kid} />],
          [
            t('cols.does'),
            ({ enterprise, kid, hash, revokedAt }) =>
              isOwn &&
              revokedAt === null && (
                <ActLinks
                  offers={[{ act: HEADS.Enterprise.revokeKey, fixed: { enterprise, kid } }]}
                  seen={{ key: keyOf('key', kid), hash }}
                  small
                />
              ),
          ],
        ]}
      />
    </Section>
  );
};
