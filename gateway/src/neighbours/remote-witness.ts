/** An organisation's gateway elsewhere that signs checkpoints of what its own peer has. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { RemoteWitness } from '../checkpoints/checkpoints.js';
import { isSignedByHost } from '../checkpoints/sign-checkpoint.js';
import type { DeviceKey } from '../demo/device-key.js';
import type { Neighbours } from './neighbours.js';
import { QUESTIONS } from './questions.js';

/** What a remote witness works with. */
export interface RemoteWitnessParts {
  readonly neighbours: Neighbours;
  /** Signs the questions: an own host key. */
  readonly key: DeviceKey;
  /** The organisation's host key as the ledger has it: DER SPKI, base64url. */
  readonly hostKeyOf: (mspId: MspId) => Promise<string | undefined>;
}

/** The witness of an organisation. */
export const newRemoteWitness = (
  mspId: MspId,
  { neighbours, key, hostKeyOf }: RemoteWitnessParts,
): RemoteWitness => ({
  mspId,
  lastSize: async () => {
    const { path, answer } = QUESTIONS.lastSigned;
    return (await neighbours.ask(mspId, { path, body: {}, key, answer })).size;
  },
  cosign: async (proposed) => {
    const { path, answer } = QUESTIONS.cosign;
    const body = { ...proposed };
    const { signature } = await neighbours.ask(mspId, { path, body, key, answer });
    const hostKey = await hostKeyOf(mspId);
    if (hostKey === undefined || !isSignedByHost(proposed.checkpoint, signature, hostKey))
      throw new Error(`what ${mspId} answered is not its signature`);
    return signature;
  },
});
