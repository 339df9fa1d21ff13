import { Box, Burger, Group, NavLink, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { LiveLine } from '../features/network/live-line.js';
import { NetworkBadge } from '../features/network/network-badge.js';
import { SearchBox } from '../features/search/search-box.js';
import { WhoAmI } from '../features/session/who-am-i.js';
import { Brand } from '../ui/brand.js';
import { Preferences } from '../ui/preferences.js';
import './frame.css';

const PAGES = [
  'home',
  'batches',
  'quality',
  'codes',
  'orders',
  'tasks',
  'shipments',
  'loads',
  'profiles',
  'recalls',
  'waste',
  'documents',
  'validity',
  'disputes',
  'incidents',
  'events',
  'alerts',
  'bills',
  'identifiers',
  'enterprises',
  'audit',
  'import',
  'coSign',
] as const;

const PATHS: Partial<Record<(typeof PAGES)[number], string>> = { home: '/', coSign: '/co-sign' };
const pathOf = (page: (typeof PAGES)[number]): string => PATHS[page] ?? `/${page}`;

/** The frame of every page behind the sign-in. */
export const SignedIn = (): ReactElement => {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const { t } = useTranslation();
  return (
    <div className="frame">
      <header>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('nav.menu')} />
            <Brand />
          </Group>
          <SearchBox />
          <Group wrap="nowrap" gap="xs">
            <NetworkBadge />
            <Preferences />
          </Group>
        </Group>
      </header>
      <nav data-opened={opened || undefined}>
        <div className="frame-pages">
          <Stack gap={2}>
            {PAGES.map((page) => {
              const isOpen = page === 'home' ? pathname === '/' : pathname.startsWith(pathOf(page));
              return (
                <NavLink
                  key={page}
                  component={Link}
                  to={pathOf(page)}
                  py={4}
                  label={t(`nav.${page}`)}
                  active={isOpen}
                  aria-current={isOpen ? 'page' : undefined}
                  onClick={close}
                />
              );
            })}
          </Stack>
        </div>
        <Box pt="xs">
          <WhoAmI />
        </Box>
      </nav>
      <main>
        <LiveLine />
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
};
