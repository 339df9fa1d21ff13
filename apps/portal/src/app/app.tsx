import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { RouterProvider } from 'react-router';
import { SessionProvider } from '../features/session/session-provider.js';
import { queryClient } from '../lib/query-client.js';
import { colours, theme } from '../ui/theme.js';
import { router } from './router.js';

/** Providers around the routes. */
export const App = (): ReactElement => (
  <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
    {/* Above, they would cover what a page offers next. */}
    <Notifications position="bottom-right" />
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  </MantineProvider>
);
