/** Entry of a thread where the network runs from source: a worker does not inherit what compiles it. */
import { register } from 'tsx/esm/api';

register();
await import(process.argv[2]);
