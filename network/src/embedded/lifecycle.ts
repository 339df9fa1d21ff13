import type { ChaincodeDefinition, EmbeddedOrganisation } from './definition.js';
import { LIFECYCLE, sequenceKey } from './definitions.js';
import { newEndorsement, newResponsePayload } from './peers/endorsement.js';
import { newEnvelope } from './endorse/new-envelope.js';
import { newProposal } from './endorse/new-proposal.js';
import { newSigner } from './msp/signer.js';
import { encodeReadWriteSet } from './simulate/encode-read-write-set.js';
import { Simulation } from './simulate/simulation.js';
import { publicKey } from './store/keys.js';
import type { World } from './world.js';

const OK = 200;

/** A definition on its way into a block. */
export interface DefinitionEnvelope {
  readonly txId: string;
  readonly envelope: Uint8Array;
}

/** The sequence that the ledger has of a chaincode, 0 for none. */
export function committedSequence(world: World, chaincode: string): number {
  const view = world.store.view();
  try {
    const entry = view.entry(publicKey(LIFECYCLE, sequenceKey(chaincode)));
    return entry === undefined ? 0 : Number(Buffer.from(entry.value).toString());
  } finally {
    view.release();
  }
}

/** A transaction, endorsed by every organisation, that puts a definition in force. */
export async function newDefinitionEnvelope(
  world: World,
  definition: ChaincodeDefinition,
): Promise<DefinitionEnvelope> {
  const signer = newSigner(proposer(world), world.curve);
  const request = {
    channel: world.options.channel,
    chaincode: LIFECYCLE,
    args: ['CommitChaincodeDefinition', definition.name, definition.version].map((arg) => Buffer.from(arg)),
    transient: {},
    timestamp: world.options.now(),
  };
  const proposal = await newProposal(request, signer);
  const responsePayload = newResponsePayload(proposal.hash, {
    chaincode: { name: LIFECYCLE, version: '' },
    response: { status: OK, message: '', payload: new Uint8Array() },
    event: undefined,
    results: simulate(world, proposal.txId, definition),
  });
  const endorsements = await Promise.all(
    world.options.organisations.map(({ mspId, peer }) =>
      newEndorsement(responsePayload, newSigner({ mspId, ...peer }, world.curve)),
    ),
  );
  const envelope = await newEnvelope(proposal, { responsePayload, endorsements }, signer);
  return { txId: proposal.txId, envelope };
}

function simulate(world: World, txId: string, { name, sequence }: ChaincodeDefinition): Uint8Array {
  const view = world.store.view();
  try {
    const simulation = new Simulation(view, txId);
    simulation.readDefinition(name);
    simulation.put(LIFECYCLE, sequenceKey(name), Buffer.from(String(sequence)));
    return encodeReadWriteSet(simulation.sets);
  } finally {
    view.release();
  }
}

function proposer({ options }: World): EmbeddedOrganisation['peer'] & { readonly mspId: string } {
  const [first] = options.organisations;
  if (first === undefined) throw new Error('An embedded network needs an organisation');
  return { mspId: first.mspId, ...first.peer };
}
