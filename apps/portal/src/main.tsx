import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/print.css';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import './lib/i18n.js';
import { INVITATION_PATH } from './lib/invitation-link.js';
import { chosenPurpose, givePurpose } from './lib/purpose.js';
import { printOnWhite } from './lib/print-on-white.js';

givePurpose(chosenPurpose());
printOnWhite();

/** Whoever was invited has no account: neither the session of this tab nor the portal's pages are theirs. */
const InvitationApp = lazy(async () => ({
  default: (await import('./app/invitation-app.js')).InvitationApp,
}));
const Shown = location.pathname === INVITATION_PATH ? InvitationApp : App;

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Suspense>
      <Shown />
    </Suspense>
  </StrictMode>,
);
