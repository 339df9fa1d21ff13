import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './ui/print.css';
import { loadPage } from './app/load-page.js';
import { chosenTexts } from './lib/language.js';
import { storedLogin } from './lib/stored-login.js';

// App, texts and the page of the address are fetched side by side; no library is needed to ask for them.
const [{ start }, texts] = await Promise.all([
  import('./app/start.js'),
  chosenTexts(),
  loadPage(location.pathname, storedLogin() !== undefined),
]);
await start(texts);
