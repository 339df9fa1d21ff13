/** Entry of a peer thread where the network runs from source: a worker does not inherit what compiles it. */
import { register } from 'tsx/esm/api';

register();
await import('./peer-thread.ts');
