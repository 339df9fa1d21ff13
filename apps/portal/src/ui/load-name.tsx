import { Anchor } from '@mantine/core';
import type { IncidentSubject } from '@yaosu/chaincode/model/incident/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecord } from '../lib/records.js';

const PAGES: Readonly<Record<IncidentSubject['type'], string>> = { ship: 'shipments', man: 'waste' };
const SHOWN = 10;

/** A shipment by the number of its note, a manifest by code and vehicle, and the way to its page. */
export const LoadName = ({ of: { type, id } }: { readonly of: IncidentSubject }): ReactElement => {
  const { t } = useTranslation();
  const value = useRecord<IncidentSubject['type']>(type, id).data?.value;
  const nameOf = (): string => {
    if (value === undefined) return id.slice(0, SHOWN);
    if ('noteNo' in value) return t('shipments.one', { number: value.noteNo });
    return t('incidents.manifest', { code: value.code, vehicle: value.vehicle });
  };
  return (
    <Anchor component={Link} to={`/${PAGES[type]}/${id}`} size="sm" title={id}>
      {nameOf()}
    </Anchor>
  );
};
