/** Compose file and manifests, held against the topology and against each other. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { COLLECTIONS } from '@yaosu/chaincode/model/collections';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { parse } from 'yaml';
import { CHAINCODE } from '../../channel.js';
import { repositoryRoot } from '../../package/make-package.js';
import {
  compose,
  composed,
  domain,
  kubernetes,
  named,
  nodes,
  pods,
  services,
  topology,
} from '../../testing/read-description.js';
import { PROFILE } from '../configtx.js';
import { profileSchema } from '../connection-profile.js';
import { describeCompose } from './describe.js';
import { IMAGES } from './images.js';
import { topologyIn } from './organisation-units.js';

interface Channel {
  readonly Orderer: { readonly EtcdRaft: { readonly Consenters: readonly { Host: string; Port: number }[] } };
  readonly Application: {
    readonly Organizations: readonly { ID: string; AnchorPeers: readonly { Host: string; Port: number }[] }[];
  };
}

describe('both descriptions', () => {
  it.each(nodes)('configure $name as the topology says, under its organisation', ({ name, mspId, port }) => {
    const organisation = name.replace(/^\w+-/, '');
    const file = name.startsWith('peer') ? 'core.yaml' : 'orderer.yaml';
    const fromCompose = compose[`config/${name}/${file}`] ?? '';
    expect(kubernetes[`overlays/${organisation}/${name}/${file}`]).toBe(fromCompose);
    const said = JSON.stringify(parse(fromCompose));
    expect(said).toContain(`"${mspId}"`);
    expect(said).toContain(String(port));
  });

  it.each(nodes)('let others come to $name by its host, in the compose file', ({ name, host }) => {
    expect(host).toBe(`${name}.${domain}`);
    expect(composed.services[name]?.networks['between']?.aliases).toEqual([host]);
  });

  it.each(nodes)('let others come to $name by its port, in the manifests', ({ name, port }) => {
    const pod = named('StatefulSet', name)?.spec.template?.spec;
    expect(pod?.containers[0]?.ports.map(({ containerPort }) => containerPort)).toContain(port);
    const spec = named('Service', `${name}-public`)?.spec;
    expect([spec?.type, spec?.ports?.map((each) => each.port)]).toEqual(['LoadBalancer', [port]]);
  });

  it('have the channel of the same nodes, and the collections of the model', () => {
    expect(compose['channel/configtx.yaml']).toBe(kubernetes['channel/configtx.yaml']);
    const { Profiles } = parse(compose['channel/configtx.yaml'] ?? '') as {
      Profiles: Record<string, Channel>;
    };
    const { Orderer, Application } = Profiles[PROFILE]!;
    expect(Orderer.EtcdRaft.Consenters.map(({ Host, Port }) => [Host, Port])).toEqual(
      topology.orderers.map(({ host, port }) => [host, port]),
    );
    expect(Application.Organizations.map(({ ID, AnchorPeers: [at] }) => [ID, at?.Host, at?.Port])).toEqual(
      topology.peers.map(({ mspId, host, port }) => [mspId, host, port]),
    );
    expect(JSON.parse(compose[`channel/${CHAINCODE}-collections.json`] ?? '')).toEqual(COLLECTIONS);
  });

  it.each(topology.peers)(
    'give the gateway beside $name a profile of that peer, for which the others stand in',
    (peer) => {
      const name = peer.name.replace('peer-', '');
      const text = kubernetes[`overlays/${name}/gateway-${name}/profile.json`] ?? '';
      expect(compose[`config/gateway-${name}/profile.json`]).toBe(text);
      const { organisations, standIns } = profileSchema.parse(JSON.parse(text));
      expect(organisations.map(({ mspId, peer: at, serverName }) => [mspId, at, serverName])).toEqual([
        [peer.mspId, `${peer.name}:${String(peer.port)}`, peer.host],
      ]);
      expect(standIns.map(({ mspId, peer: at, serverName }) => [mspId, at, serverName])).toEqual(
        topology.peers
          .filter(({ mspId }) => mspId !== peer.mspId)
          .map(({ mspId, host, port }) => [mspId, `${host}:${String(port)}`, host]),
      );
      const others = composed.services[`gateway-${name}`]?.environment['YAOSU_GATEWAYS']?.split(',') ?? [];
      expect(others.map((one) => one.split('=')[0])).toEqual(MSP_IDS.filter((mspId) => mspId !== peer.mspId));
    },
  );

  it('run the same units from the same images', () => {
    const units = (list: readonly (readonly [string, string])[]): readonly string[] =>
      list.map(([name, image]) => `${name} ${image}`).sort();
    expect(units(services.map(([name, { image }]) => [name, image]))).toEqual(
      units(pods.map(({ title, pod }) => [title.split(' ')[1] ?? '', pod.containers[0]?.image ?? ''])),
    );
  });

  it('pin every image to one release, the product’s to the one that the Dockerfile is built on', () => {
    const images = services.map(([, { image }]) => image);
    expect(images.filter((image) => !/^[a-z/-]+:\d+(\.\d+)+(-[a-z]+)*$/.test(image))).toEqual([]);
    const dockerfile = readFileSync(join(repositoryRoot, 'network/deploy/Dockerfile'), 'utf8');
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(bases).toEqual([IMAGES.node, IMAGES.node]);
  });

  it('of SmartBFT have a consenter an organisation, and Fabric of the release that does it', () => {
    const smart = topologyIn(domain, undefined, 'bft');
    const { services: its } = parse(describeCompose({ topology: smart, domain })['compose.yaml'] ?? '') as {
      services: Readonly<Record<string, { readonly image: string }>>;
    };
    const imagesOf = (node: string): readonly string[] =>
      Object.entries(its).flatMap(([name, { image }]) => (name.startsWith(`${node}-`) ? [image] : []));
    expect(imagesOf('orderer')).toEqual(Array(4).fill('hyperledger/fabric-orderer:3.1.5'));
    expect(imagesOf('peer')).toEqual(Array(4).fill('hyperledger/fabric-peer:3.1.5'));
  });

  it('hold no secret: neither a key nor the value of a variable that names one', () => {
    const texts = Object.values({ ...compose, ...kubernetes }).join('\n');
    expect(texts).not.toMatch(/BEGIN [A-Z ]*PRIVATE KEY|postgres(ql)?:\/\/|rediss?:\/\//);
    const values = [
      ...services.flatMap(([, { environment }]) => Object.entries(environment)),
      ...pods.flatMap(({ pod }) =>
        pod.containers.flatMap(({ env }) => env.map(({ name, value }) => [name, value] as const)),
      ),
    ].filter(([name]) => /PASSWORD|DATABASE_URL|REDIS_URL/.test(name));
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter(([, value]) => value !== undefined && !/^\$\{[A-Z_]+:\?\}$/.test(value))).toEqual(
      [],
    );
  });
});

describe('the compose file', () => {
  it.each(services)(
    '%s asks and is bounded, is asked how it is, is nobody, and cannot write its own image',
    (_, service) => {
      const { reservations, limits } = service.deploy.resources;
      expect([reservations['cpus'], reservations['memory'], limits['cpus'], limits['memory']]).not.toContain(
        undefined,
      );
      expect(service.healthcheck.test.length).toBeGreaterThan(1);
      expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
      expect([service.read_only, service.cap_drop, service.ports]).toEqual([true, ['ALL'], undefined]);
    },
  );

  it('names no service, network or folder that is not there', () => {
    for (const [, { depends_on, networks, volumes }] of services) {
      expect(Object.keys(depends_on).filter((name) => composed.services[name] === undefined)).toEqual([]);
      expect(Object.keys(networks).filter((name) => composed.networks[name] === undefined)).toEqual([]);
      const own = volumes
        .filter((volume) => volume.startsWith('./'))
        .map((volume) => volume.slice(2).split(':')[0] ?? '');
      expect(own.filter((path) => compose[path] === undefined)).toEqual([]);
      const kept = volumes.flatMap((volume) => /^\$\{YAOSU_VOLUMES[^}]*\}\/([^:]+)/.exec(volume)?.[1] ?? []);
      expect(kept.filter((name) => !compose['prepare.sh']?.includes(`/${name}"`))).toEqual([]);
    }
  });
});
