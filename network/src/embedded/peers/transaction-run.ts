import { peer } from '@hyperledger/fabric-protos';
import type { ChaincodeProcess, Completion } from '../chaincode/chaincode-process.js';
import { newMessage } from '../chaincode/message.js';
import { newResponse } from '../chaincode/response.js';
import type { Definitions } from '../definitions.js';
import { OpenQueries } from '../simulate/open-queries.js';
import { PrivateSimulation } from '../simulate/private-simulation.js';
import { serveRequest } from '../simulate/serve-request.js';
import { Simulation } from '../simulate/simulation.js';
import type { View } from '../store/view.js';
import type { PeerProposal } from './peer.js';

/** Where a transaction runs. */
export interface RunPlace {
  readonly peerMsp: string;
  readonly creatorMsp: string;
  readonly definitions: Definitions;
  readonly processes: ReadonlyMap<string, ChaincodeProcess>;
  readonly view: View;
}

/** One run of a proposal on one organisation's peer; chaincodes that it calls share its simulation. */
export class TransactionRun {
  readonly simulation: Simulation;
  readonly privateData: PrivateSimulation;

  constructor(
    readonly place: RunPlace,
    readonly proposal: PeerProposal,
  ) {
    this.simulation = new Simulation(place.view, proposal.txId);
    this.privateData = new PrivateSimulation(this.simulation, place.definitions, {
      channel: proposal.channel,
      peerMsp: place.peerMsp,
      creatorMsp: place.creatorMsp,
    });
  }

  /** Whether nothing private was read or written so far. */
  get isPublic(): boolean {
    return !this.privateData.isUsed;
  }

  /** @throws when the chaincode is not deployed or already runs in this transaction. */
  async call(namespace: string, args: readonly Uint8Array[]): Promise<Completion> {
    const process = this.place.processes.get(namespace);
    if (process === undefined) throw new Error(`chaincode ${namespace} not found`);
    this.simulation.readDefinition(namespace);
    const queries = new OpenQueries();
    const context = {
      namespace,
      simulation: this.simulation,
      privateData: this.privateData,
      queries,
      invoke: (spec: peer.ChaincodeSpec) => this.#invoke(spec),
    };
    const { txId, channel, signed } = this.proposal;
    try {
      const serve = (request: peer.ChaincodeMessage) => serveRequest(request, context);
      return await process.execute({ txId, channel, args, signed, serve });
    } finally {
      await queries.closeAll();
    }
  }

  /** A callee's event is dropped; its status is for the caller to look at. */
  async #invoke(spec: peer.ChaincodeSpec): Promise<Uint8Array> {
    const [name = '', channel = this.proposal.channel] = (spec.getChaincodeId()?.getName() ?? '').split('/');
    if (channel !== this.proposal.channel) throw new Error(`failed to get config for channel ${channel}`);
    const { response } = await this.call(name, spec.getInput()?.getArgsList_asU8() ?? []);
    return newMessage({
      type: peer.ChaincodeMessage.Type.COMPLETED,
      txId: this.proposal.txId,
      channel,
      payload: newResponse(response).serializeBinary(),
    }).serializeBinary();
  }
}
