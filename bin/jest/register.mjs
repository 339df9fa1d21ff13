// For `node --import`: TypeScript as it is written, and the names of Jest, in a process that runs suites.
import { register } from 'node:module';
import 'tsx';

register('./resolve.mjs', import.meta.url);
