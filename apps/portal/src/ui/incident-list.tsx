import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecordPages, type Asked, type RecordOf } from '../lib/records.js';
import { Firm } from './firm.js';
import { LoadName } from './load-name.js';
import { Moment } from './moment.js';
import { RecordList } from './record-list.js';
import type { Column } from './record-table.js';
import { Signer } from './signer.js';
import { State } from './state.js';
import { useValueText } from './use-value-text.js';

interface Props {
  readonly asked: Pick<Asked, 'state' | 'subject'>;
}

/** Incidents, the newest first; where all are with one load, it is not named again. */
export const IncidentList = ({ asked }: Props): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  const load: Column<RecordOf<'inc'>> = [t('incidents.load'), ({ value }) => <LoadName of={value.subject} />];
  return (
    <RecordList
      query={useRecordPages('inc', asked)}
      empty={t('incidents.none')}
      columns={[
        [
          t('cols.kind'),
          ({ value }) => (
            <Anchor component={Link} to={`/incidents/${value.incident}`} size="sm">
              {textOf(value.kind)}
            </Anchor>
          ),
        ],
        ...(asked.subject === undefined ? [load] : []),
        [t('cols.when'), ({ value }) => <Moment at={value.reported.at} />],
        [t('incidents.reported'), ({ value }) => <Signer by={value.reported.by} />],
        [t('incidents.owner'), ({ value }) => <Firm id={value.owner} />],
        [t('cols.state'), ({ value }) => <State value={value.state} />],
        [t('cols.block'), ({ block }) => block],
      ]}
    />
  );
};
