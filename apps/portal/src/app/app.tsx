import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, type ReactElement } from 'react';
import { SessionProvider } from '../features/session/session-provider.js';
import { queryClient } from '../lib/query-client.js';
import { useIsSaid } from '../lib/toasts.js';
import { colours, theme } from '../ui/theme.js';
import { Pages } from './router.js';

const Toasts = lazy(async () => ({ default: (await import('../ui/toasts.js')).Toasts }));

const ToastsOnceSaid = (): ReactElement =>
  useIsSaid() ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : (
    <></>
  );

/** Providers around the routes. */
export const App = (): ReactElement => (
  <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
    <ToastsOnceSaid />
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <Pages />
      </SessionProvider>
    </QueryClientProvider>
  </MantineProvider>
);
