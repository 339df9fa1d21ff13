/** Connection profiles: what a gateway has to know of the network. */
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import * as z from 'zod';
import { CHAINCODE } from '../channel.js';
import type { Places } from './places.js';
import { addressOf, HOST, type PeerNode, type Topology } from './topology.js';

const mspId = z.enum(MSP_IDS as readonly [MspId, ...MspId[]]);

const peer = z.strictObject({
  mspId,
  /** `host:port` of the peer whose gateway service is used. */
  peer: z.string().regex(/^[^:\s]+:\d+$/),
  /** Name in the peer's TLS certificate. */
  serverName: z.string().min(1),
  /** Path of a PEM file; a relative one is meant from the profile's folder. */
  tlsRoot: z.string().min(1),
});

const organisation = peer
  .extend({
    /** Both or none: without them the gateway's wallet has the identity. */
    certificate: z.string().min(1).optional(),
    privateKey: z.string().min(1).optional(),
  })
  .refine(
    ({ certificate, privateKey }) => (certificate === undefined) === (privateKey === undefined),
    'certificate and privateKey come together',
  );

/** The content of a profile. */
export const profileSchema = z.strictObject({
  v: z.literal(1),
  channel: z.string().min(1),
  chaincode: z.string().min(1),
  /** The organisation whose peer is asked for blocks; the first one is the gateway's own. */
  organisations: z.array(organisation).min(1),
  /** Peers of other organisations: they give blocks while the own one is away or behind, asked with the first identity. */
  standIns: z.array(peer).default([]),
});

/** A connection profile: the organisations that a gateway speaks for, its own first. */
export type ConnectionProfile = z.infer<typeof profileSchema>;

const nameOf = (host: string): string => (host === HOST ? 'localhost' : host);

/** A peer as others' profiles name it. */
export const peerEntry = (
  { mspId: own, host, port }: PeerNode,
  places: Places,
): ConnectionProfile['standIns'][number] => ({
  mspId: own,
  peer: addressOf(port, host),
  serverName: nameOf(host),
  tlsRoot: places.organisation(own).tlsRoot,
});

/** Name → profile: one an organisation, and `all` for a demonstration that speaks for everybody. */
export const newProfiles = (
  { channel, peers }: Topology,
  places: Places,
  chaincode = CHAINCODE,
): Readonly<Record<string, ConnectionProfile>> => {
  const profile = (...own: readonly PeerNode[]): ConnectionProfile => ({
    v: 1,
    channel,
    chaincode,
    organisations: own.map((node) => ({
      ...peerEntry(node, places),
      ...places.organisation(node.mspId).relay,
    })),
    standIns: peers.filter((node) => !own.includes(node)).map((node) => peerEntry(node, places)),
  });
  return {
    all: profile(...peers),
    ...Object.fromEntries(peers.map((node) => [node.name.replace('peer-', ''), profile(node)])),
  };
};
