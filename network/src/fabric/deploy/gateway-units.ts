/** A gateway with its database and cache as units. */
import { CHAINCODE } from '../../channel.js';
import { peerEntry, type ConnectionProfile } from '../connection-profile.js';
import type { PeerNode, Topology } from '../topology.js';
import { CONTAINER, pairMount, tlsRootMount, UID } from './fabric-units.js';
import { IMAGES } from './images.js';
import type { Resources, Unit } from './unit.js';

/** Where a gateway, its database and its cache listen, within their organisation. */
export const PORTS = { gateway: 8080, postgres: 5432, redis: 6379, https: 443 } as const;
/** User `postgres` and user `redis` of the Debian images. */
const POSTGRES_UID = 999;
const REDIS_UID = 999;
export const GATEWAY_DATA = '/var/lib/yaosu';
export const POSTGRES_DATA = '/var/lib/postgresql/data';
const PROFILE_FOLDER = '/etc/yaosu';
const KEY_FOLDER = '/run/yaosu-wallet';

const DATABASE: Resources = { requests: { cpu: 500, memory: 1_024 }, limits: { cpu: 2_000, memory: 4_096 } };
const CACHE: Resources = { requests: { cpu: 50, memory: 64 }, limits: { cpu: 500, memory: 256 } };
const GATEWAY: Resources = { requests: { cpu: 500, memory: 768 }, limits: { cpu: 2_000, memory: 3_072 } };

/** Short name of a peer's organisation. */
export const shortName = ({ name }: PeerNode): string => name.replace('peer-', '');

/** Names of what stands in secrets; whoever runs the organisation makes them. */
export const secretsOf = (
  organisation: string,
): Readonly<Record<'database' | 'cache' | 'wallet', string>> => ({
  database: `${organisation}-database`,
  cache: `${organisation}-cache`,
  wallet: `gateway-${organisation}-wallet`,
});

const othersOf = (own: PeerNode, { peers }: Topology): readonly PeerNode[] =>
  peers.filter(({ mspId }) => mspId !== own.mspId);

/** Base URLs of the other organisations' gateways, below the domain. */
const neighbours = (own: PeerNode, topology: Topology, domain: string): string =>
  othersOf(own, topology)
    .map((peer) => `${peer.mspId}=https://gateway-${shortName(peer)}.${domain}`)
    .join(',');

/** The profile of a gateway: its own peer, dialled within the organisation, known by its public name; the others' stand in. */
export const gatewayProfile = (own: PeerNode, topology: Topology): ConnectionProfile => {
  const { relay, tlsRoot } = CONTAINER.organisation(own.mspId);
  const address = { peer: `${own.name}:${String(own.port)}`, serverName: own.host };
  return {
    v: 1,
    channel: topology.channel,
    chaincode: CHAINCODE,
    organisations: [{ mspId: own.mspId, ...address, tlsRoot, ...relay }],
    standIns: othersOf(own, topology).map((peer) => peerEntry(peer, CONTAINER)),
  };
};

const postgresUnit = (name: string): Unit => {
  const { database } = secretsOf(name);
  return {
    name: `postgres-${name}`,
    image: IMAGES.postgres,
    // What an acknowledged command rests on is said here, whatever a later image takes for its default.
    command: [
      'postgres',
      ...['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on'],
      ...['-c', 'data_sync_retry=off'],
    ],
    env: {
      POSTGRES_USER: 'yaosu',
      POSTGRES_DB: 'yaosu',
      PGDATA: `${POSTGRES_DATA}/pgdata`,
      POSTGRES_INITDB_ARGS: '--data-checksums',
    },
    secretEnv: { POSTGRES_PASSWORD: { secret: database, key: 'password' } },
    mounts: [],
    data: { at: POSTGRES_DATA, gibibytes: 100 },
    scratch: ['/tmp', '/var/run/postgresql'],
    ports: [{ name: 'postgres', port: PORTS.postgres, isPublic: false }],
    probe: { kind: 'command', command: ['pg_isready', '-U', 'yaosu', '-d', 'yaosu'] },
    resources: DATABASE,
    uid: POSTGRES_UID,
    calls: [],
    callsOutside: [],
  };
};

const redisUnit = (name: string): Unit => ({
  name: `redis-${name}`,
  image: IMAGES.redis,
  // Nothing is kept in it that is not elsewhere: no snapshots, no log.
  command: ['sh', '-c', 'exec redis-server --save "" --appendonly no --requirepass "$REDIS_PASSWORD"'],
  env: {},
  secretEnv: { REDIS_PASSWORD: { secret: secretsOf(name).cache, key: 'password' } },
  mounts: [],
  scratch: ['/tmp', '/data'],
  ports: [{ name: 'redis', port: PORTS.redis, isPublic: false }],
  probe: { kind: 'tcp', port: PORTS.redis },
  resources: CACHE,
  uid: REDIS_UID,
  calls: [],
  callsOutside: [],
});

/** Database, cache and gateway of an organisation. */
export const gatewayUnits = (own: PeerNode, topology: Topology, domain: string): readonly Unit[] => {
  const name = shortName(own);
  const gateway = `gateway-${name}`;
  const secrets = secretsOf(name);
  const others = othersOf(own, topology);
  return [
    postgresUnit(name),
    redisUnit(name),
    {
      name: gateway,
      host: `${gateway}.${domain}`,
      image: IMAGES.product,
      command: ['node', '/opt/yaosu/gateway/dist/main.js'],
      env: {
        HOST: '0.0.0.0',
        PORT: String(PORTS.gateway),
        YAOSU_DATA: GATEWAY_DATA,
        YAOSU_DEMO: '0',
        YAOSU_STORY: '0',
        LEDGER: 'fabric',
        FABRIC_PROFILE: `${PROFILE_FOLDER}/profile.json`,
        YAOSU_GATEWAYS: neighbours(own, topology, domain),
        YAOSU_WALLET_KEY_FILE: `${KEY_FOLDER}/wallet.key`,
      },
      secretEnv: {
        DATABASE_URL: { secret: secrets.database, key: 'url' },
        REDIS_URL: { secret: secrets.cache, key: 'url' },
      },
      mounts: [
        { from: 'config', name: gateway, at: PROFILE_FOLDER, items: { 'profile.json': 'profile.json' } },
        { from: 'secret', name: secrets.wallet, at: KEY_FOLDER, items: { 'wallet.key': 'wallet.key' } },
        pairMount(`${gateway}-relay`, CONTAINER.organisation(own.mspId).relay.certificate),
        tlsRootMount(own.mspId),
        ...others.map(({ mspId }) => tlsRootMount(mspId)),
      ],
      data: { at: GATEWAY_DATA, gibibytes: 50 },
      scratch: ['/tmp'],
      ports: [{ name: 'http', port: PORTS.gateway, isPublic: false }],
      probe: { kind: 'http', path: '/readyz', port: PORTS.gateway },
      resources: GATEWAY,
      uid: UID,
      calls: [
        { unit: own.name, port: own.port },
        { unit: `postgres-${name}`, port: PORTS.postgres },
        { unit: `redis-${name}`, port: PORTS.redis },
      ],
      callsOutside: [PORTS.https, ...others.map(({ port }) => port)],
    },
  ];
};
