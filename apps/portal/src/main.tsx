import '@mantine/core/styles.css';
import './ui/print.css';
import { startLanguage } from './lib/i18n.js';

// Texts and app are fetched side by side.
const [{ start }] = await Promise.all([import('./app/start.js'), startLanguage()]);
start();
