import { Anchor } from '@mantine/core';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../lib/api.js';
import { eventPath } from '../lib/event-path.js';
import { useSignedIn } from '../lib/session.js';
import { Firm } from './firm.js';
import { Hash } from './hash.js';
import { Moment } from './moment.js';
import { RecordTable } from './record-table.js';
import { SaveProof } from './save-proof.js';

type Event = ReadAnswer<'trail'>['reported'][number];

/** Events that partners' systems reported: by whom, when, and what proves that they stand as they came. */
export const ReportedEvents = ({ events }: { readonly events: readonly Event[] }): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  return (
    <RecordTable
      rows={events}
      rowKey={({ eventID, hash }) => `${eventID} ${hash}`}
      columns={[
        [
          t('cols.event'),
          ({ eventID, type, action, reportedBy }) => {
            const name = [type, action].filter((each) => each !== null).join(' ');
            return reportedBy === enterprise ? (
              <Anchor component={Link} to={eventPath(eventID)} size="sm">
                {name}
              </Anchor>
            ) : (
              name
            );
          },
        ],
        [t('cols.bizStep'), ({ bizStep }) => bizStep],
        [t('cols.when'), ({ at }) => <Moment at={at} />],
        [t('cols.reportedBy'), ({ reportedBy }) => <Firm id={reportedBy} />],
        [t('cols.reportedAt'), ({ reportedAt }) => <Moment at={reportedAt} />],
        [t('cols.fingerprint'), ({ hash }) => <Hash value={hash} />],
        [
          t('proof.title'),
          ({ attestation: key }) => (
            <SaveProof
              label={t('proof.download', { type: t('recordTypes.att') })}
              file={key}
              load={() => api.read('recordProof', { key })}
            />
          ),
        ],
      ]}
    />
  );
};
