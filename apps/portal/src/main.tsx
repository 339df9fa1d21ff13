import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import './lib/i18n.js';
import { chosenPurpose, givePurpose } from './lib/purpose.js';
import { printOnWhite } from './lib/print-on-white.js';

givePurpose(chosenPurpose());
printOnWhite();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
