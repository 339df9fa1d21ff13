import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { queryClient } from '../lib/query-client.js';
import { colours, theme } from '../ui/theme.js';

/** What every page needs around it, with an account or without. */
export const Providers = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
    {/* Above, they would cover what a page offers next. */}
    <Notifications position="bottom-right" />
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  </MantineProvider>
);
