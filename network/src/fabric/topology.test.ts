import { describe, expect, it } from '@jest/globals';
import { COLLECTIONS } from '@yaosu/chaincode/model/collections';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { CHAINCODE_POLICY, LIFECYCLE_POLICY } from '../channel.js';
import { BATCH, newConfigtx, PROFILE } from './configtx.js';
import { newProfiles } from './connection-profile.js';
import { newOrdererConfig, newPeerConfig } from './node-config.js';
import { placesOf } from './places.js';
import { signaturePolicy } from './policy-words.js';
import { addressOf, newTopology, portsOf } from './topology.js';

const topology = newTopology(21_000);
const places = placesOf('/network');

interface Configtx {
  readonly Profiles: Readonly<
    Record<
      string,
      {
        readonly Orderer: {
          readonly EtcdRaft: {
            readonly Consenters: readonly { Host: string; Port: number; ServerTLSCert: string }[];
          };
          readonly Organizations: readonly {
            ID: string;
            MSPDir: string;
            OrdererEndpoints: readonly string[];
          }[];
        };
        readonly Application: {
          readonly Organizations: readonly {
            ID: string;
            MSPDir: string;
            AnchorPeers: readonly { Host: string; Port: number }[];
          }[];
          readonly Policies: Readonly<Record<string, { Rule: string }>>;
        };
      }
    >
  >;
}
interface PeerConfig {
  readonly peer: { listenAddress: string; localMspId: string; gossip: { externalEndpoint: string } };
}
interface OrdererConfig {
  readonly General: { ListenPort: number; LocalMSPID: string; TLS: { Certificate: string } };
}

const profile = (newConfigtx(topology, places, BATCH) as Configtx).Profiles[PROFILE]!;
const peerConfigs = topology.peers.map((node) => newPeerConfig(node, places) as PeerConfig);
const ordererConfigs = topology.orderers.map((node) => newOrdererConfig(node, places) as OrdererConfig);

describe('the topology', () => {
  it('gives every organisation a peer, and three organisations a consenter under an MSP of its own', () => {
    expect(topology.peers.map(({ mspId }) => mspId)).toEqual(MSP_IDS);
    const ordering = topology.orderers.map(({ mspId }) => mspId);
    expect(ordering).toEqual(['ManufacturerOrdererMSP', 'LogisticsOrdererMSP', 'RegulatorOrdererMSP']);
  });

  it('gives no port twice and moves all of them with the base', () => {
    const ports = portsOf(topology).map(([port]) => port);
    expect(new Set(ports).size).toBe(ports.length);
    const elsewhere = portsOf(newTopology(31_000)).map(([port]) => port);
    expect(elsewhere).toEqual(ports.map((port) => port + 10_000));
  });
});

describe('what is made of the topology agrees', () => {
  it('peers listen where the channel and the connection profiles look for them', () => {
    const listening = peerConfigs.map(({ peer }) => [peer.localMspId, peer.listenAddress]);
    expect(peerConfigs.map(({ peer }) => peer.gossip.externalEndpoint)).toEqual(
      listening.map(([, at]) => at),
    );
    const anchors = profile.Application.Organizations.map(({ ID, AnchorPeers: [anchor] }) => [
      ID,
      `${String(anchor?.Host)}:${String(anchor?.Port)}`,
    ]);
    expect(anchors).toEqual(listening);
    const { all, ...own } = newProfiles(topology, places);
    expect(all?.organisations.map(({ mspId, peer }) => [mspId, peer])).toEqual(listening);
    expect(Object.values(own).map(({ organisations: [first] }) => [first?.mspId, first?.peer])).toEqual(
      listening,
    );
    expect(Object.keys(own)).toEqual(['manufacturer', 'cdmo', 'logistics', 'regulator']);
    expect(all?.standIns).toEqual([]);
    for (const { organisations, standIns } of Object.values(own)) {
      const named = [...organisations, ...standIns].map(({ mspId, peer }) => [mspId, peer]);
      expect([organisations.length, named.sort()]).toEqual([1, [...listening].sort()]);
    }
  });

  it('orderers listen where the channel looks for them, with the certificates that it names', () => {
    const listening = ordererConfigs.map(({ General }) => [
      addressOf(General.ListenPort),
      General.TLS.Certificate,
    ]);
    const consenters = profile.Orderer.EtcdRaft.Consenters.map(({ Host, Port, ServerTLSCert }) => [
      `${Host}:${String(Port)}`,
      ServerTLSCert,
    ]);
    expect(consenters).toEqual(listening);
    const endpoints = profile.Orderer.Organizations.map(({ ID, OrdererEndpoints }) => [ID, OrdererEndpoints]);
    expect(endpoints).toEqual(
      ordererConfigs.map(({ General }) => [General.LocalMSPID, [addressOf(General.ListenPort)]]),
    );
  });

  it('organisations of the channel have the MSP folders that are made', () => {
    const { Application, Orderer } = profile;
    for (const { ID, MSPDir } of [...Application.Organizations, ...Orderer.Organizations])
      expect(MSPDir).toBe(places.organisation(ID).msp);
  });

  it('collections name pairs of organisations that have peers, each pair once', () => {
    const members = COLLECTIONS.map(({ policy }) => policy.match(/\w+MSP/g) ?? []);
    expect(members.map((pair) => pair.length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(new Set(members.map((pair) => pair.join()))).toHaveProperty('size', 6);
    for (const member of members.flat()) expect(topology.peers.map(({ mspId }) => mspId)).toContain(member);
  });
});

describe('policies', () => {
  it('need the Regulator and a firm, or all three firms', () => {
    expect(signaturePolicy(CHAINCODE_POLICY)).toBe(
      "OutOf(1,OutOf(2,'RegulatorMSP.peer',OutOf(1,'ManufacturerMSP.peer','CdmoMSP.peer','LogisticsMSP.peer'))," +
        "OutOf(3,'ManufacturerMSP.peer','CdmoMSP.peer','LogisticsMSP.peer'))",
    );
  });

  it('let the Regulator and two others change the chaincode', () => {
    const rule =
      "OutOf(2,'RegulatorMSP.peer',OutOf(2,'ManufacturerMSP.peer','CdmoMSP.peer','LogisticsMSP.peer'))";
    expect(signaturePolicy(LIFECYCLE_POLICY)).toBe(rule);
    expect(profile.Application.Policies['LifecycleEndorsement']?.Rule).toBe(rule);
  });

  it('have no words for MAJORITY, which is the channel’s', () => {
    expect(() => signaturePolicy('MAJORITY')).toThrow(/signature form/);
  });
});
