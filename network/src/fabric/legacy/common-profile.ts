/** Our connection profile in the form that `fabric-network` reads; what it does not name, the peer's discovery tells. */
import type { MspId } from '@yaosu/chaincode/model/organisations';

/** How a peer is reached, its TLS root as PEM. */
export interface LegacyPeer {
  readonly mspId: MspId;
  /** `host:port` */
  readonly peer: string;
  readonly serverName: string;
  readonly tlsRoot: string;
}

const LOCALHOST = 'localhost';

/** Whether the nodes that discovery names are reached through this machine, whatever their addresses say. */
export const isLocal = ({ serverName }: LegacyPeer): boolean => serverName === LOCALHOST;

/** As discovery will name the same peer, or it would be taken for another one. */
const addressOf = (peer: LegacyPeer): string =>
  isLocal(peer) ? peer.peer.replace(/^[^:]+/, LOCALHOST) : peer.peer;

/** A common connection profile (Fabric documentation, "Connection Profile") of one organisation and its peer. */
export const commonProfileOf = (peer: LegacyPeer, channel: string): Readonly<Record<string, unknown>> => {
  const { mspId, serverName, tlsRoot } = peer;
  const address = addressOf(peer);
  return {
    name: mspId,
    version: '1.0.0',
    client: { organization: mspId },
    organizations: { [mspId]: { mspid: mspId, peers: [address] } },
    peers: {
      [address]: {
        url: `grpcs://${address}`,
        tlsCACerts: { pem: tlsRoot },
        grpcOptions: { 'ssl-target-name-override': serverName, hostnameOverride: serverName },
      },
    },
    channels: { [channel]: { peers: { [address]: {} } } },
  };
};
