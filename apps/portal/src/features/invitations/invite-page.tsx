import { Alert, Stack, Text } from '@mantine/core';
import { limitedFunctions } from '@yaosu/chaincode/rules/enterprise/limited-keys';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { mayAdmitKeys } from '../../lib/may-act.js';
import { useSignedIn } from '../../lib/session.js';
import { CopyText } from '../../ui/copy-text.js';
import { Facts } from '../../ui/facts.js';
import { InvitedTo } from '../../ui/invited-to.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { QrCode } from '../../ui/qr-code.js';
import { Section } from '../../ui/section.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { InviteForm } from './invite-form.js';
import type { Invitation } from './new-invitation.js';

interface Props {
  readonly record: string;
  readonly invitation: Invitation;
}

const WhatFor = ({ record, invitation }: Props): ReactElement => {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('invitations.for'), <InvitedTo key="for" record={record} />],
        [t('invitations.until'), <Moment key="until" at={invitation.notAfter} />],
      ]}
    />
  );
};

/** Shown once: nobody else has the link, and it cannot be made again. */
const Ready = ({ record, invitation }: Props): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section title={t('invitations.ready')}>
      <Alert color="yellow" role="status">
        {t('invitations.once')}
      </Alert>
      <WhatFor record={record} invitation={invitation} />
      <CopyText label={t('invitations.link')} text={invitation.link} />
      <QrCode label={t('invitations.qr')} text={invitation.link} />
    </Section>
  );
};

const Invite = ({ record }: { readonly record: string }): ReactElement => {
  const sayDone = useSayDone();
  const [invitation, setInvitation] = useState<Invitation>();
  const [isAdmitted, setAdmitted] = useState(false);
  const { key } = useSignedIn();
  if (invitation === undefined) return <InviteForm record={record} onMade={setInvitation} />;
  if (isAdmitted) return <Ready record={record} invitation={invitation} />;
  return (
    <SignCommand
      command={invitation.command}
      signatures={[null, invitation.holder]}
      signingKey={key}
      summary={<WhatFor record={record} invitation={invitation} />}
      onBack={() => setInvitation(undefined)}
      onDone={(submitted) => {
        sayDone(submitted);
        setAdmitted(true);
      }}
    />
  );
};

/** An administrator lets somebody without an account answer one record. */
export const InvitePage = (): ReactElement => {
  const { t } = useTranslation();
  const { record = '' } = useParams();
  const session = useSignedIn();
  if (!mayAdmitKeys(session)) return <Alert color="yellow">{t('act.notYours')}</Alert>;
  return (
    <Stack maw={860}>
      <PageHead title={t('invitations.invite')} />
      {limitedFunctions(record).length === 0 ? (
        <Text>{t('invitations.noRecord')}</Text>
      ) : (
        <Invite record={record} />
      )}
    </Stack>
  );
};
