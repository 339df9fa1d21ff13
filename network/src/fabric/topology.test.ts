import { describe, expect, it } from '@jest/globals';
import { COLLECTIONS } from '@yaosu/chaincode/model/collections';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { CHAINCODE_POLICY, LIFECYCLE_POLICY } from '../channel.js';
import { BATCH, newConfigtx, PROFILE } from './configtx.js';
import { newProfiles } from './connection-profile.js';
import type { Consensus } from './consensus.js';
import { newOrdererConfig, newPeerConfig } from './node-config.js';
import { placesOf } from './places.js';
import { signaturePolicy } from './policy-words.js';
import { addressOf, newTopology, portsOf } from './topology.js';

const places = placesOf('/network');

interface Consenter {
  readonly Host: string;
  readonly Port: number;
  readonly ServerTLSCert: string;
}
interface Configtx {
  readonly Profiles: Readonly<
    Record<
      string,
      {
        readonly Orderer: {
          readonly OrdererType: string;
          readonly EtcdRaft?: { readonly Consenters: readonly Consenter[] };
          readonly ConsenterMapping?: readonly (Consenter & {
            ID: number;
            MSPID: string;
            Identity: string;
          })[];
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
  readonly peer: {
    readonly listenAddress: string;
    readonly localMspId: string;
    readonly gossip: { readonly externalEndpoint: string };
    readonly handlers: { readonly authFilters: readonly { readonly name: string }[] };
  };
}
interface OrdererConfig {
  readonly General: { ListenPort: number; LocalMSPID: string; TLS: { Certificate: string } };
}

const made = (consensus: Consensus) => {
  const topology = newTopology(21_000, { consensus });
  return {
    topology,
    profile: (newConfigtx(topology, places, BATCH) as Configtx).Profiles[PROFILE]!,
    peerConfigs: topology.peers.map((node) => newPeerConfig(node, places, consensus) as PeerConfig),
    ordererConfigs: topology.orderers.map(
      (node) => newOrdererConfig(node, places, consensus) as OrdererConfig,
    ),
  };
};

describe('the topology', () => {
  it.each([
    ['raft', ['ManufacturerOrdererMSP', 'LogisticsOrdererMSP', 'RegulatorOrdererMSP']],
    ['bft', ['ManufacturerOrdererMSP', 'CdmoOrdererMSP', 'LogisticsOrdererMSP', 'RegulatorOrdererMSP']],
  ] as const)(
    'of %s gives every organisation a peer, and those that order a consenter under an MSP of its own',
    (consensus, ordering) => {
      const { peers, orderers } = newTopology(21_000, { consensus });
      expect(peers.map(({ mspId }) => mspId)).toEqual(MSP_IDS);
      expect(orderers.map(({ mspId }) => mspId)).toEqual(ordering);
    },
  );

  it.each(['raft', 'bft'] as const)(
    'of %s gives no port twice and moves all of them with the base',
    (consensus) => {
      const ports = portsOf(newTopology(21_000, { consensus })).map(([port]) => port);
      expect(new Set(ports).size).toBe(ports.length);
      const elsewhere = portsOf(newTopology(31_000, { consensus })).map(([port]) => port);
      expect(elsewhere).toEqual(ports.map((port) => port + 10_000));
    },
  );
});

describe.each(['raft', 'bft'] as const)('what is made of the topology of %s agrees', (consensus) => {
  const { topology, profile, peerConfigs, ordererConfigs } = made(consensus);

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
    const { EtcdRaft, ConsenterMapping = [] } = profile.Orderer;
    const consenters = (EtcdRaft?.Consenters ?? ConsenterMapping).map(({ Host, Port, ServerTLSCert }) => [
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

describe('the configuration of SmartBFT', () => {
  const { topology, profile, peerConfigs } = made('bft');

  it('names each consenter once, with the certificate that it signs blocks with', () => {
    expect(profile.Orderer.OrdererType).toBe('BFT');
    const named = profile.Orderer.ConsenterMapping?.map(({ ID, MSPID, Identity }) => [ID, MSPID, Identity]);
    expect(named).toEqual(
      topology.orderers.map(({ mspId }, i) => [
        i + 1,
        mspId,
        `${places.organisation(mspId).nodeMsp}/signcerts/cert.pem`,
      ]),
    );
  });

  it('lets its peers refuse a proposal whose time is off, which peers of v2.5 cannot', () => {
    const filters = (configs: readonly PeerConfig[]): readonly boolean[] =>
      configs.map(({ peer }) => peer.handlers.authFilters.some(({ name }) => name === 'TimeWindowCheck'));
    expect(filters(peerConfigs)).toEqual([true, true, true, true]);
    expect(filters(made('raft').peerConfigs)).toEqual([false, false, false, false]);
  });
});

describe('policies', () => {
  const { profile } = made('raft');

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
