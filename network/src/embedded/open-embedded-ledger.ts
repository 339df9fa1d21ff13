import type { Ledger } from '../ledger.js';
import type { ClientSteps, EmbeddedOptions } from './definition.js';
import { EmbeddedLedger } from './embedded-ledger.js';
import { committedSequence } from './lifecycle.js';
import { poolCurve } from './msp/curve.js';
import { newSigner } from './msp/signer.js';
import { newGenesisEnvelope } from './order/new-genesis-envelope.js';
import { Store } from './store/store.js';
import { Committer } from './validate/committer.js';
import { newWorld } from './new-world.js';
import type { World } from './world.js';

/**
 * Open an embedded network, making it when its folder is empty. Definitions that are newer than the ledger's are put
 * in force.
 * @throws DataInUseError when the folder is open elsewhere; Error when the ledger has a newer definition than given.
 */
export async function openEmbeddedLedger(options: EmbeddedOptions): Promise<Ledger & ClientSteps> {
  const store = await Store.open(options.folder);
  let world: World | undefined;
  try {
    world = newWorld(options, store);
    return await start(world);
  } catch (error) {
    await world?.peers.close();
    await world?.curve.close();
    await store.close();
    throw error;
  }
}

async function start(world: World): Promise<EmbeddedLedger> {
  // A block's one signature does not wait behind those of the transactions to come.
  const orderer = newSigner(world.options.orderer, poolCurve);
  const committer = new Committer(world, orderer);
  await committer.resume();
  if (committer.height === 0) await committer.append([await newGenesisEnvelope(world.options, orderer)]);
  const ledger = new EmbeddedLedger(world, committer);
  for (const definition of world.options.chaincodes) {
    const sequence = committedSequence(world, definition.name);
    if (sequence > definition.sequence) {
      throw new Error(
        `The ledger has sequence ${String(sequence)} of ${definition.name}, ${String(definition.sequence)} was given`,
      );
    }
    if (sequence === definition.sequence) ledger.install(definition);
    else await ledger.deploy(definition);
  }
  return ledger;
}
