import { Anchor, Text } from '@mantine/core';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../lib/session.js';

const SHOWN = 10;
const PAGES: Readonly<Record<string, string>> = { rec: '/recalls', ship: '/shipments' };

/** The record that an invitation is for, with the way to its page for who is no guest. */
export const InvitedTo = ({ record }: { readonly record: string }): ReactElement => {
  const { t } = useTranslation();
  const { onlyFor } = useSignedIn();
  const { type = '', parts: [id = ''] = [] } = splitKey(record) ?? {};
  const name = t(`invitations.records.${type}`, { id: id.slice(0, SHOWN) });
  if (onlyFor !== null)
    return (
      <Text span size="sm">
        {name}
      </Text>
    );
  return (
    <Anchor component={Link} to={`${PAGES[type] ?? ''}/${id}`} size="sm">
      {name}
    </Anchor>
  );
};
