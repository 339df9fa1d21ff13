import { Badge, NavLink, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.js';
import { useSignedIn } from '../../lib/session.js';
import { useEnterpriseName } from '../../lib/use-enterprises.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { DRILL_COLOUR } from '../../ui/theme.js';
import { useValueText } from '../../ui/use-value-text.js';
import { DRILL_MATTERS, leadOf } from './leads.js';

/** What waits for the person, by roles and functions. */
export const HomePage = (): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const nameOf = useEnterpriseName();
  const textOf = useValueText();
  const query = useQuery({ queryKey: ['waiting', session.kid], queryFn: () => api.read('waiting', {}) });
  return (
    <Stack maw={860}>
      <PageHead title={t('home.title')} />
      <Text c="dimmed" size="sm">
        {nameOf(session.enterprise)} · {session.functions.map((each) => textOf(each)).join(' · ')}
      </Text>
      <Loaded query={query} empty={t('home.nothing')} isEmpty={({ matters }) => matters.length === 0}>
        {({ matters }) => (
          <Stack gap="xs">
            {matters.map(({ name, count }) => (
              <NavLink
                key={name}
                component={Link}
                to={leadOf(name)}
                label={t(`home.${name}`)}
                rightSection={
                  <Badge circle={count < 10} {...(DRILL_MATTERS.includes(name) && { color: DRILL_COLOUR })}>
                    {count}
                  </Badge>
                }
                style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 8 }}
              />
            ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
};
