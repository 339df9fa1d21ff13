import type { ReactElement } from 'react';
import { SessionProvider } from '../features/session/session-provider.js';
import { Providers } from './providers.js';
import { Pages } from './router.js';

/** The portal of those who have an account. */
export const App = (): ReactElement => (
  <Providers>
    <SessionProvider>
      <Pages />
    </SessionProvider>
  </Providers>
);
