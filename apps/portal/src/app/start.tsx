import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { INVITATION_PATH } from '../lib/invitation-link.js';
import { printOnWhite } from '../lib/print-on-white.js';
import { chosenPurpose, givePurpose } from '../lib/purpose.js';
import { App } from './app.js';

/** Whoever was invited has no account: neither the session of this tab nor the portal's pages are theirs. */
const InvitationApp = lazy(async () => ({
  default: (await import('./invitation-app.js')).InvitationApp,
}));

/** Draws the portal; its texts are there. */
export const start = (): void => {
  givePurpose(chosenPurpose());
  printOnWhite();
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      {location.pathname === INVITATION_PATH ? (
        <Suspense>
          <InvitationApp />
        </Suspense>
      ) : (
        <App />
      )}
    </StrictMode>,
  );
};
