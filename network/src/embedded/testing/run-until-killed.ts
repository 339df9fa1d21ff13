import { argv, stdout } from 'node:process';
import { loadOrMakeIdentities } from '@yaosu/identity';
import { openEmbeddedLedger } from '../open-embedded-ledger.js';
import { newOptions } from './test-ledger.js';

/** Child process of the crash test: submits without end and prints each id once it is acknowledged. */
const [, , folder = ''] = argv;
const identities = await loadOrMakeIdentities(folder);
const ledger = await openEmbeddedLedger(newOptions(folder, identities));
const [first] = identities.organisations;
if (first === undefined) throw new Error('No organisation');
const endorsers = identities.organisations.slice(0, 3).map(({ mspId }) => mspId);
for (let number = 0; ; number += 1) {
  const steps = [{ call: 'putState', args: [`k${String(number)}`, 'value'] }];
  const call = { contract: 'Probe', fn: 'run', args: [JSON.stringify(steps)], endorsers };
  const { txId } = await ledger.submit(call, first.relay);
  stdout.write(`${txId}\n`);
}
