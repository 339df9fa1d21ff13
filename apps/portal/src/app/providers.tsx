import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { queryClient } from '../lib/query-client.js';
import { useIsSaid } from '../lib/toasts.js';
import { colours, theme } from '../ui/theme.js';

const Toasts = lazy(async () => ({ default: (await import('../ui/toasts.js')).Toasts }));

const ToastsOnceSaid = (): ReactElement =>
  useIsSaid() ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : (
    <></>
  );

/** What every page needs around it, with an account or without. */
export const Providers = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
    <ToastsOnceSaid />
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  </MantineProvider>
);
