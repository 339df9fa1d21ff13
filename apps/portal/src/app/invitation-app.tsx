import { Anchor, Container, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, MemoryRouter, Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { ActPage } from '../features/acts/act-page.js';
import { InvitationFacts } from '../features/invitations/invitation-facts.js';
import { InvitationProblem } from '../features/invitations/invitation-problem.js';
import { openInvitation } from '../features/invitations/open-invitation.js';
import { InvitedRecall } from '../features/recalls/invited-recall.js';
import { InvitedShipment } from '../features/shipments/invited-shipment.js';
import { takeInvitation } from '../lib/invitation-link.js';
import { SessionContext, useSignedIn } from '../lib/session.js';
import { Brand } from '../ui/brand.js';
import { Loaded } from '../ui/loaded.js';
import { Preferences } from '../ui/preferences.js';
import { Providers } from './providers.js';

const PROVED_ANEW_MS = 10 * 60_000;

/** Taken once, before anything else can read the address. */
const text = takeInvitation();

/** The one record of an invitation. */
const InvitedRecord = (): ReactElement => {
  const { onlyFor } = useSignedIn();
  const { type, parts: [id = ''] = [] } = splitKey(onlyFor ?? '') ?? {};
  return (
    <Stack>
      <InvitationFacts />
      {type === 'rec' ? <InvitedRecall id={id} /> : <InvitedShipment id={id} />}
    </Stack>
  );
};

const Frame = (): ReactElement => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Stack component="main">
      {pathname !== '/' && (
        <Anchor component={Link} to="/" size="sm">
          {t('invitations.back')}
        </Anchor>
      )}
      <Outlet />
    </Stack>
  );
};

/** In memory: what is answered is not in the address, and no other page of the portal can be reached. */
const InvitedPages = (): ReactElement => (
  <MemoryRouter>
    <Routes>
      <Route element={<Frame />}>
        <Route path="/" element={<InvitedRecord />} />
        <Route path="/acts/:contract/:act" element={<ActPage />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Route>
    </Routes>
  </MemoryRouter>
);

/** The key of the link signs in, and nobody else does. */
const NO_OTHER = { restoring: false, signIn: () => Promise.resolve(), signOut: () => undefined } as const;

const Opened = (): ReactElement => {
  const query = useQuery({
    queryKey: ['invitation'],
    queryFn: () => openInvitation(text),
    staleTime: Infinity,
    // Who counts packs while the page is open is not idle.
    refetchInterval: PROVED_ANEW_MS,
    retry: false,
  });
  // What is being typed is not lost for want of a connection.
  const isFailed = query.isError && (query.data === undefined || query.error instanceof ApiError);
  if (isFailed) return <InvitationProblem error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Loaded query={query}>
      {(session) => (
        <SessionContext value={{ ...NO_OTHER, session }}>
          <InvitedPages />
        </SessionContext>
      )}
    </Loaded>
  );
};

/** Answering one record without an account, made for a phone first. */
export const InvitationApp = (): ReactElement => (
  <Providers>
    <Container size="sm" py="md" px="sm">
      <Group justify="space-between" mb="md">
        <Brand />
        <Group gap="xs">
          <Preferences />
        </Group>
      </Group>
      <Opened />
    </Container>
  </Providers>
);
