import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { printOnWhite } from '../lib/print-on-white.js';
import { chosenPurpose, givePurpose } from '../lib/purpose.js';
import { App } from './app.js';

/** Draws the portal; its texts are there. */
export const start = (): void => {
  givePurpose(chosenPurpose());
  printOnWhite();
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};
