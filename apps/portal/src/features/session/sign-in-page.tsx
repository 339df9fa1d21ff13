import { Alert, Anchor, Container, Group, LoadingOverlay, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { isOwnLogin } from '@yaosu/gateway/api/browser/own-login';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { api } from '../../lib/api.js';
import { useSession } from '../../lib/session.js';
import { Brand } from '../../ui/brand.js';
import { Loaded } from '../../ui/loaded.js';
import { Preferences } from '../../ui/preferences.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { ActorWall } from './actor-wall.js';
import { OwnKeySignIn } from './own-key-sign-in.js';

/** Choose an actor of the demonstration; a key is made and admitted. */
export const SignInPage = (): ReactElement => {
  const { t } = useTranslation();
  const { session, signIn } = useSession();
  const errorText = useErrorText();
  const logins = useQuery({ queryKey: ['demoLogins'], queryFn: () => api.read('demoLogins', {}) });
  const enter = useMutation({ mutationFn: signIn });
  if (session !== undefined) return <Navigate to="/" replace />;
  return (
    <Container size="md" py="xl">
      <Group justify="space-between" mb="xl">
        <Brand />
        <Group gap="xs">
          <Anchor href="/pair" size="sm">
            {t('session.phone')}
          </Anchor>
          <Preferences />
        </Group>
      </Group>
      <Title order={1} size="h2">
        {t('session.title')}
      </Title>
      <Text c="dimmed" mt={4} mb="lg">
        {t('session.explain')}
      </Text>
      {enter.isError && (
        <Alert color="red" mb="md">
          {errorText(enter.error)}
        </Alert>
      )}
      <LoadingOverlay
        visible={enter.isPending}
        loaderProps={{
          children: (
            <Text>{t(isOwnLogin(enter.variables ?? '') ? 'keys.proving' : 'session.enrolling')}</Text>
          ),
        }}
      />
      <Loaded query={logins} isEmpty={(data) => data.logins.length === 0}>
        {(data) => <ActorWall actors={data.logins} onChoose={(login) => enter.mutate(login)} />}
      </Loaded>
      {logins.isFetched && <OwnKeySignIn onChoose={(login) => enter.mutate(login)} />}
    </Container>
  );
};
