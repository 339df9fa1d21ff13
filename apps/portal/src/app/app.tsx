import type { ReactElement } from 'react';
import { SessionProvider } from '../features/session/session-provider.js';
import { loadPage } from './load-page.js';
import { Providers } from './providers.js';
import { HOME } from './pages.js';
import { Pages } from './router.js';

const loadHome = (): Promise<void> => loadPage(HOME.path, true);

/** The portal of those who have an account. */
export const App = (): ReactElement => (
  <Providers>
    <SessionProvider loadFirst={loadHome}>
      <Pages />
    </SessionProvider>
  </Providers>
);
