import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { IncidentSubject } from '@yaosu/chaincode/model/incident/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../lib/session.js';
import { ActLinks, type Offer } from './act-links.js';
import { IncidentList } from './incident-list.js';
import { Section } from './section.js';

interface Props {
  readonly load: IncidentSubject;
  /** Enterprises that may report one. */
  readonly concerned: readonly string[];
}

/** What has gone wrong with a load, as part of its page; who is concerned may report it at a desk as well. */
export const IncidentsOfLoad = ({ load, concerned }: Props): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const report: Offer = { act: HEADS.Incident.report, fixed: { subject: load } };
  return (
    <Section
      title={t('incidents.title')}
      aside={<ActLinks offers={concerned.includes(enterprise) ? [report] : []} />}
    >
      <IncidentList asked={{ subject: keyOf(load.type, load.id) }} />
    </Section>
  );
};
