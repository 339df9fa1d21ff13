import type { ReactElement } from 'react';
import { RouterProvider } from 'react-router';
import { SessionProvider } from '../features/session/session-provider.js';
import { Providers } from './providers.js';
import { router } from './router.js';

/** Providers around the routes. */
export const App = (): ReactElement => (
  <Providers>
    <SessionProvider>
      <RouterProvider router={router} />
    </SessionProvider>
  </Providers>
);
