import {
  Alert,
  Badge,
  Card,
  Container,
  Group,
  LoadingOverlay,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { api } from '../../lib/api.js';
import { Brand } from '../../ui/brand.js';
import { Loaded } from '../../ui/loaded.js';
import { Preferences } from '../../ui/preferences.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useSession } from './session-context.js';

type Actor = ReadAnswer<'demoLogins'>['logins'][number];

const ActorCard = ({
  actor,
  onChoose,
}: {
  readonly actor: Actor;
  readonly onChoose: () => void;
}): ReactElement => {
  const { t, i18n } = useTranslation();
  const name = i18n.language === 'zh' ? actor.zh : actor.en;
  return (
    <UnstyledButton onClick={onChoose} aria-label={t('session.as', { name })}>
      <Card withBorder h="100%" padding="md">
        <Stack gap={6}>
          <Text fw={600}>{name}</Text>
          <Text size="xs" c="dimmed">
            {actor.enterprise}
          </Text>
          <Group gap={4}>
            {actor.functions.map((held) => (
              <Badge key={held} variant="light" size="sm" tt="none">
                {t(`functions.${held}`)}
              </Badge>
            ))}
          </Group>
        </Stack>
      </Card>
    </UnstyledButton>
  );
};

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
        loaderProps={{ children: <Text>{t('session.enrolling')}</Text> }}
      />
      <Loaded query={logins} isEmpty={(data) => data.logins.length === 0}>
        {(data) => (
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            {data.logins.map((login) => (
              <ActorCard key={login.login} actor={login} onChoose={() => enter.mutate(login.login)} />
            ))}
          </SimpleGrid>
        )}
      </Loaded>
    </Container>
  );
};
