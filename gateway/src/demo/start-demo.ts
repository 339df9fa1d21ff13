import { join } from 'node:path';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { CommandDesk } from '../commands/command-desk.js';
import { maySignInAsDemo } from '../config.js';
import { genesisOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { Demo } from './demo.js';
import type { KeyStore } from './key-store.js';
import { newKeyStore } from './key-store.js';
import { seedDemo } from './seed.js';

/** What the demo is started with. */
type Parts = Pick<
  Services,
  | 'access'
  | 'config'
  | 'db'
  | 'desk'
  | 'journal'
  | 'ports'
  | 'projection'
  | 'relay'
  | 'secrets'
  | 'serviceKeys'
> & { readonly hosts: KeyStore };

/** The first start of a slow machine takes its time; nobody waits for an answer. */
const SEED_DEADLINE_MS = 600_000;

/**
 * Makes the demo complete where this gateway speaks for all organisations, as its opening needs them all; undefined
 * where the network is no demo. An unfinished opening has to end first, or a second one would be made beside it.
 */
export const startDemo = async (parts: Parts): Promise<Demo | undefined> => {
  const { access, config, db, desk, journal, ports, projection, relay } = parts;
  const resumed = relay.resume();
  const keys = newKeyStore(join(config.data, 'demo'), ports);
  const speaksForAll = MSP_IDS.every((mspId) => access.identities[mspId] !== undefined);
  if (config.demo && speaksForAll) {
    if ((await genesisOf(db)) === undefined) await resumed;
    const work = { journal, relay, projection, ports };
    const patient = new CommandDesk({ ...work, deadlineMs: SEED_DEADLINE_MS, isPatient: true });
    await seedDemo({ ...parts, desk: patient, keys });
  }
  const genesis = await genesisOf(db);
  return genesis?.demo === true && maySignInAsDemo(config)
    ? new Demo({ desk, db, ports, keys, access, ledgerId: genesis.ledgerId })
    : undefined;
};
