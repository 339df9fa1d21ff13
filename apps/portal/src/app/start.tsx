import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../lib/i18n.js';
import type { ChosenTexts } from '../lib/language.js';
import { printOnWhite } from '../lib/print-on-white.js';
import { chosenPurpose, givePurpose } from '../lib/purpose.js';
import { App } from './app.js';
import { drawn } from './drawn.js';
import { INVITATION } from './pages.js';

const InvitationApp = drawn(INVITATION);

/** Draws the portal in the language whose texts are given. */
export const start = async (texts: ChosenTexts): Promise<void> => {
  await startLanguage(texts);
  givePurpose(chosenPurpose());
  printOnWhite();
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      {location.pathname === INVITATION.path ? (
        <Suspense>
          <InvitationApp />
        </Suspense>
      ) : (
        <App />
      )}
    </StrictMode>,
  );
};
