/** An organisation's units as manifests of Kubernetes. */
import { backedUp, BACKUP_SCHEDULE, backupUnit } from './backup.js';
import type { Mount, OrganisationUnits, Probe, Unit } from './unit.js';

/** A manifest. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

const GRACE_SECONDS = 60;
/** A probe that opens a node slowly must not kill it: ten seconds, sixty times. */
const START_TRIES = 60;
const READ_ONLY = 0o440;

/** What tells a unit's pods from others; a public service leads to them, and policies name them. */
const labelsOf = ({ name }: Unit): Readonly<Record<string, string>> => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/part-of': 'yaosu',
});

const quantity = ({ cpu, memory }: { readonly cpu: number; readonly memory: number }) => ({
  cpu: `${String(cpu)}m`,
  memory: `${String(memory)}Mi`,
});

const probeAction = (probe: Probe): object => {
  if (probe.kind === 'http') return { httpGet: { path: probe.path, port: probe.port } };
  return probe.kind === 'tcp' ? { tcpSocket: { port: probe.port } } : { exec: { command: probe.command } };
};

/** What is not ready gets no calls; what is alive and not ready (a gateway whose peer is away) is not killed for it. */
const aliveAction = (probe: Probe): object =>
  probe.kind === 'http' ? { tcpSocket: { port: probe.port } } : probeAction(probe);

const probesOf = ({ probe }: Unit): object => ({
  startupProbe: {
    ...probeAction(probe),
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: START_TRIES,
  },
  readinessProbe: { ...probeAction(probe), periodSeconds: 10, timeoutSeconds: 5 },
  livenessProbe: { ...aliveAction(probe), periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 6 },
});

/** Names of volumes have no more than 63 letters, and each mount has its own. */
const volumeName = (index: number): string => `files-${String(index)}`;

const mountVolume = ({ from, name, items }: Mount, index: number): object => {
  const list = Object.entries(items).map(([path, key]) => ({ key, path }));
  return {
    name: volumeName(index),
    ...(from === 'secret'
      ? { secret: { secretName: name, items: list, defaultMode: READ_ONLY } }
      : { configMap: { name: `${name}-files`, items: list } }),
  };
};

const scratchName = (index: number): string => `scratch-${String(index)}`;

const volumesOf = ({ mounts, scratch }: Unit): readonly object[] => [
  ...mounts.map(mountVolume),
  ...scratch.map((_, index) => ({ name: scratchName(index), emptyDir: {} })),
];

const volumeMountsOf = ({ mounts, scratch, data }: Unit): readonly object[] => [
  ...mounts.map(({ at }, index) => ({ name: volumeName(index), mountPath: at, readOnly: true })),
  ...scratch.map((mountPath, index) => ({ name: scratchName(index), mountPath })),
  ...(data === undefined ? [] : [{ name: 'data', mountPath: data.at }]),
];

const environmentOf = ({ env, secretEnv }: Unit): readonly object[] => [
  ...Object.entries(env).map(([name, value]) => ({ name, value })),
  ...Object.entries(secretEnv).map(([name, { secret, key }]) => ({
    name,
    valueFrom: { secretKeyRef: { name: secret, key } },
  })),
];

const containerOf = (unit: Unit): object => ({
  name: 'main',
  image: unit.image,
  // Not `command`, which would take the place of an image's entry point: that of PostgreSQL makes the database.
  ...(unit.command === undefined ? {} : { args: unit.command }),
  env: environmentOf(unit),
  ports: unit.ports.map(({ name, port }) => ({ name, containerPort: port })),
  resources: { requests: quantity(unit.resources.requests), limits: quantity(unit.resources.limits) },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
  volumeMounts: volumeMountsOf(unit),
});

const podSpec = (unit: Unit): object => ({
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  terminationGracePeriodSeconds: GRACE_SECONDS,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: unit.uid,
    runAsGroup: unit.uid,
    fsGroup: unit.uid,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  volumes: volumesOf(unit),
});

const claimOf = (name: string, gibibytes: number): object => ({
  metadata: { name },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: `${String(gibibytes)}Gi` } },
  },
});

const workloadOf = (unit: Unit): Manifest => {
  const labels = labelsOf(unit);
  const containers = [{ ...containerOf(unit), ...probesOf(unit) }];
  const common = {
    replicas: 1,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { ...podSpec(unit), containers } },
  };
  const about = { apiVersion: 'apps/v1', metadata: { name: unit.name, labels } };
  if (unit.data === undefined) return { ...about, kind: 'Deployment', ...{ spec: common } };
  const claims = [claimOf('data', unit.data.gibibytes)];
  return {
    ...about,
    kind: 'StatefulSet',
    ...{ spec: { ...common, serviceName: unit.name, volumeClaimTemplates: claims } },
  };
};

const serviceOf = (unit: Unit, isPublic: boolean): Manifest => {
  const ports = unit.ports.filter((port) => !isPublic || port.isPublic);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: isPublic ? `${unit.name}-public` : unit.name, labels: labelsOf(unit) },
    ...{
      spec: {
        type: isPublic ? 'LoadBalancer' : 'ClusterIP',
        selector: labelsOf(unit),
        ports: ports.map(({ name, port }) => ({ name, port, targetPort: port })),
      },
    },
  };
};

const manifestsOfUnit = (unit: Unit): readonly Manifest[] => [
  workloadOf(unit),
  serviceOf(unit, false),
  ...(unit.ports.some(({ isPublic }) => isPublic) ? [serviceOf(unit, true)] : []),
];

/** A volume that is written by one node: the backup has to run where the gateway does. */
const besides = (unit: string): object => ({
  podAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      {
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': unit } },
        topologyKey: 'kubernetes.io/hostname',
      },
    ],
  },
});

const backupPod = (organisation: OrganisationUnits): object => {
  const unit = backupUnit(organisation);
  const { unit: source, at } = backedUp(organisation);
  const container = containerOf(unit) as { volumeMounts: readonly object[] };
  const pod = podSpec(unit) as { volumes: readonly object[] };
  return {
    ...pod,
    restartPolicy: 'Never',
    affinity: besides(source),
    containers: [
      {
        ...container,
        volumeMounts: [...container.volumeMounts, { name: 'source', mountPath: at, readOnly: true }],
      },
    ],
    volumes: [
      ...pod.volumes,
      { name: 'data', persistentVolumeClaim: { claimName: unit.name } },
      { name: 'source', persistentVolumeClaim: { claimName: `data-${source}-0`, readOnly: true } },
    ],
  };
};

/** The nightly backup and the volume that it writes. */
export const backupManifests = (organisation: OrganisationUnits): readonly Manifest[] => {
  const unit = backupUnit(organisation);
  const labels = labelsOf(unit);
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      ...claimOf(unit.name, unit.data?.gibibytes ?? 1),
    } as Manifest,
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: unit.name, labels },
      ...{
        spec: {
          schedule: BACKUP_SCHEDULE,
          timeZone: 'Etc/UTC',
          concurrencyPolicy: 'Forbid',
          successfulJobsHistoryLimit: 3,
          failedJobsHistoryLimit: 5,
          jobTemplate: {
            spec: { backoffLimit: 2, template: { metadata: { labels }, spec: backupPod(organisation) } },
          },
        },
      },
    },
  ];
};

/** Everything of an organisation but its policies. */
export const manifestsOf = (organisation: OrganisationUnits): readonly Manifest[] => [
  ...organisation.units.flatMap(manifestsOfUnit),
  ...backupManifests(organisation),
];
