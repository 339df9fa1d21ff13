/** The compose file of a network: every organisation's units, each in a network of its own and one between them. */
import { backedUp, backupUnit } from './backup.js';
import type { Mount, OrganisationUnits, Probe, SecretValue, Unit } from './unit.js';

/** Folder of all secrets, outside of the description: `NAME/KEY` below it. */
const SECRETS = '${YAOSU_SECRETS:?the folder of secrets}';
/** Folder of all that is kept, a folder a unit, owned by that unit's user: `prepare.sh` makes them. */
const VOLUMES = '${YAOSU_VOLUMES:?the folder of what is kept}';
const BETWEEN = 'between';
const MILLI = 1_000;

const insideOf = (organisation: string): string => `inside-${organisation}`;

const mountsOf = ({ from, name, at, items }: Mount): readonly string[] =>
  Object.entries(items).map(
    ([file, source]) => `${from === 'secret' ? SECRETS : './config'}/${name}/${source}:${at}/${file}:ro`,
  );

/** `CDMO_DATABASE_PASSWORD` for the entry `password` of `cdmo-database`: compose takes it from the caller's environment. */
export const variableOf = ({ secret, key }: SecretValue): string =>
  `${secret}_${key}`.toUpperCase().replace(/[^A-Z0-9]/g, '_');

const environmentOf = ({ env, secretEnv }: Unit): Readonly<Record<string, string>> => ({
  ...env,
  ...Object.fromEntries(
    Object.entries(secretEnv).map(([name, value]) => [name, `\${${variableOf(value)}:?}`]),
  ),
});

/** The images have no curl; bash and Node can both open a socket. */
const probeCommand = (probe: Probe): readonly string[] => {
  if (probe.kind === 'command') return ['CMD', ...probe.command];
  return ['CMD', 'bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${String(probe.port)}`];
};

/** A dollar of a shell is none of compose's. */
const escaped = (word: string): string => word.replaceAll('$', '$$$$');

const networksOf = (unit: Unit, organisation: string): object => ({
  [insideOf(organisation)]: {},
  ...(unit.host === undefined ? {} : { [BETWEEN]: { aliases: [unit.host] } }),
});

/** What is not there yet (the next turn's chaincode) is not waited for. */
const neededBy = ({ calls }: Unit, { units }: OrganisationUnits): object =>
  Object.fromEntries(
    calls
      .filter((call) => units.some(({ name }) => name === call.unit))
      .map((call) => [call.unit, { condition: 'service_healthy' }]),
  );

const serviceOf = (unit: Unit, organisation: OrganisationUnits): object => {
  const { requests, limits } = unit.resources;
  const kept = unit.data === undefined ? [] : [`${VOLUMES}/${unit.name}:${unit.data.at}`];
  return {
    image: unit.image,
    ...(unit.command === undefined ? {} : { command: unit.command.map(escaped) }),
    user: `${String(unit.uid)}:${String(unit.uid)}`,
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    environment: environmentOf(unit),
    volumes: [...unit.mounts.flatMap(mountsOf), ...kept],
    tmpfs: unit.scratch.map((path) => `${path}:uid=${String(unit.uid)},gid=${String(unit.uid)}`),
    networks: networksOf(unit, organisation.name),
    depends_on: neededBy(unit, organisation),
    healthcheck: {
      test: probeCommand(unit.probe),
      interval: '10s',
      timeout: '5s',
      retries: 6,
      start_period: '60s',
    },
    deploy: {
      resources: {
        reservations: { cpus: String(requests.cpu / MILLI), memory: `${String(requests.memory)}M` },
        limits: { cpus: String(limits.cpu / MILLI), memory: `${String(limits.memory)}M` },
      },
    },
    restart: 'unless-stopped',
  };
};

/** Run by whoever keeps time: `docker compose run --rm backup-NAME`. */
const backupService = (organisation: OrganisationUnits): object => {
  const unit = backupUnit(organisation);
  const { volumes, ...service } = serviceOf(unit, organisation) as { volumes: readonly string[] };
  const { unit: source, at } = backedUp(organisation);
  return {
    ...service,
    volumes: [...volumes, `${VOLUMES}/${source}:${at}:ro`],
    profiles: ['backup'],
    restart: 'no',
  };
};

const servicesOf = (organisation: OrganisationUnits): readonly (readonly [string, object])[] => [
  ...organisation.units.map((unit) => [unit.name, serviceOf(unit, organisation)] as const),
  [backupUnit(organisation).name, backupService(organisation)],
];

/** The content of `compose.yaml`. No port is published: whoever wants one adds it beside. */
export const newCompose = (organisations: readonly OrganisationUnits[]): object => ({
  name: 'yaosu',
  services: Object.fromEntries(organisations.flatMap(servicesOf)),
  networks: {
    [BETWEEN]: {},
    ...Object.fromEntries(organisations.map(({ name }) => [insideOf(name), { internal: true }])),
  },
});

/** What has to be there before: the folders of {@link VOLUMES}, each for its unit's user alone. */
export const newPreparation = (organisations: readonly OrganisationUnits[]): string => {
  const kept = organisations
    .flatMap((organisation) => [...organisation.units, backupUnit(organisation)])
    .filter(({ data }) => data !== undefined);
  const lines = kept.map(
    ({ name, uid }) => `install -d -m 700 -o ${String(uid)} -g ${String(uid)} "$YAOSU_VOLUMES/${name}"`,
  );
  return ['#!/bin/sh', 'set -eu', ': "${YAOSU_VOLUMES:?the folder of what is kept}"', ...lines, ''].join(
    '\n',
  );
};
