import { Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../lib/session.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { InvitedTo } from '../../ui/invited-to.js';
import { Moment } from '../../ui/moment.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';

/** Who invites, for what, until when, and that whoever holds the link signs. */
export const InvitationFacts = (): ReactElement => {
  const { t } = useTranslation();
  const { enterprise, functions, onlyFor, notAfter } = useSignedIn();
  return (
    <Stack>
      <PageHead title={t('invitations.head')} />
      <Section title={t('invitations.invited')}>
        <Facts
          facts={[
            [t('invitations.by'), <Firm key="by" id={enterprise} />],
            [t('invitations.for'), <InvitedTo key="for" record={onlyFor ?? ''} />],
            [t('invitations.until'), <Moment key="until" at={notAfter} />],
            [t('invitations.as'), functions.map((name) => t(`functions.${name}`)).join(' · ')],
          ]}
        />
        <Text size="sm" c="dimmed">
          {t('invitations.signer')}
        </Text>
      </Section>
    </Stack>
  );
};
