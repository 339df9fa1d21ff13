/**
 * A simulated node as a process: `PORT` to listen at (0: any), `BELOW` as `88.608=http://127.0.0.1:3000,…`, `TOKEN` that
 * changes need, `FATES` of the first requests. Prints its address; `GET /changes` lists what was carried out.
 */
import type { Fate } from './fateful-server.js';
import { SimulatedNode } from './simulated-node.js';

const { PORT = '0', BELOW = '', TOKEN, FATES = '' } = process.env;
const node = new SimulatedNode(TOKEN);
node.fates.push(...(FATES.split(',').filter(Boolean) as Fate[]));
for (const pair of BELOW.split(',').filter(Boolean)) {
  const [prefix = '', base = ''] = pair.split('=');
  node.below.set(prefix, base);
}
process.stdout.write(`listening at http://${await node.listen(Number(PORT))}\n`);
