import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { invitePath } from '../lib/invitation-link.js';
import { mayAdmitKeys } from '../lib/may-act.js';
import { useSignedIn } from '../lib/session.js';

/** The way to let somebody without an account answer a record; for administrators. */
export const InviteLink = ({ record }: { readonly record: string }): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  if (!mayAdmitKeys(session)) return <></>;
  return (
    <Button component={Link} to={invitePath(record)} variant="default" size="xs">
      {t('invitations.invite')}
    </Button>
  );
};
