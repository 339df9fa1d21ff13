/** The way to one organisation's peer: its gateway service by gRPC over TLS. */
import { createPrivateKey } from 'node:crypto';
import { Client, credentials } from '@grpc/grpc-js';
import {
  connect,
  hash,
  signers,
  type Contract,
  type Gateway,
  type Network,
} from '@hyperledger/fabric-gateway';
import type { LedgerIdentity } from '../../ledger.js';
import { DEADLINES_MS } from './limits.js';

/** How a peer is reached, its TLS root as PEM. */
export interface PeerAddress {
  readonly mspId: string;
  readonly peer: string;
  readonly serverName: string;
  readonly tlsRoot: string;
}

const KEEPALIVE_MS = 60_000;
const QUERY_CHAINCODE = 'qscc';

const within = (milliseconds: number) => () => ({ deadline: Date.now() + milliseconds });

const deadlines = {
  evaluateOptions: within(DEADLINES_MS.evaluate),
  endorseOptions: within(DEADLINES_MS.endorse),
  submitOptions: within(DEADLINES_MS.submit),
  commitStatusOptions: within(DEADLINES_MS.commit),
};

/** One peer, for as many identities as use it. */
export class Connection {
  readonly #client: Client;
  readonly #gateways = new Map<string, Gateway>();

  constructor(
    readonly address: PeerAddress,
    readonly channel: string,
  ) {
    this.#client = new Client(address.peer, credentials.createSsl(Buffer.from(address.tlsRoot)), {
      'grpc.ssl_target_name_override': address.serverName,
      'grpc.default_authority': address.serverName,
      'grpc.max_receive_message_length': -1,
      'grpc.max_send_message_length': -1,
      'grpc.keepalive_time_ms': KEEPALIVE_MS,
    });
  }

  /** The channel as an identity sees it. */
  network(identity: LedgerIdentity): Network {
    return this.gateway(identity).getNetwork(this.channel);
  }

  contract(chaincode: string, identity: LedgerIdentity): Contract {
    return this.network(identity).getContract(chaincode);
  }

  /** Ask a peer about its ledger: this one, or that of an organisation through this one. */
  query(
    { fn, args, of }: { readonly fn: string; readonly args: readonly string[]; readonly of?: string },
    identity: LedgerIdentity,
  ): Promise<Uint8Array> {
    const contract = this.contract(QUERY_CHAINCODE, identity);
    const endorsingOrganizations = [of ?? this.address.mspId];
    return contract.evaluate(fn, { arguments: [this.channel, ...args], endorsingOrganizations });
  }

  /** The service for an identity; its key is parsed once. */
  gateway(identity: LedgerIdentity): Gateway {
    const known = this.#gateways.get(identity.certificate);
    if (known !== undefined) return known;
    const gateway = connect({
      client: this.#client,
      identity: { mspId: identity.mspId, credentials: Buffer.from(identity.certificate) },
      signer: signers.newPrivateKeySigner(createPrivateKey(identity.privateKey)),
      hash: hash.sha256,
      ...deadlines,
    });
    this.#gateways.set(identity.certificate, gateway);
    return gateway;
  }

  close(): void {
    for (const gateway of this.#gateways.values()) gateway.close();
    this.#client.close();
  }
}
