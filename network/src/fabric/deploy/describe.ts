/** Descriptions of a network for those who run containers, made from its topology and written below a folder. */
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Topology } from '../topology.js';
import { writeText } from '../write-file.js';
import { newCompose, newPreparation } from './compose.js';
import { manifestsOf, type Manifest } from './kubernetes.js';
import { defaultDeny, policiesOf } from './network-policies.js';
import { channelFiles, unitsOf } from './organisation-units.js';
import type { OrganisationUnits } from './unit.js';

/** What is described: nodes have names below the domain. */
export interface Described {
  readonly topology: Topology;
  readonly domain: string;
}

/** Path below the folder → content. */
export type Description = Readonly<Record<string, string>>;

/** Readable by those who review it: nothing in it is secret. */
const FOR_ALL = 0o644;

const yaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
const documents = (manifests: readonly Manifest[]): string => manifests.map(yaml).join('---\n');

const below = (folder: string, files: Description): Description =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

const together = (parts: readonly Description[]): Description =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part)));

const publicFiles = ({ files }: OrganisationUnits): Description =>
  together(Object.entries(files).map(([unit, own]) => below(unit, own)));

/** One compose file for all organisations, for a machine on which they are tried together. */
export const describeCompose = ({ topology, domain }: Described): Description => {
  const organisations = unitsOf(topology, domain);
  return {
    'compose.yaml': yaml(newCompose(organisations)),
    ...below('channel', channelFiles(topology)),
    'prepare.sh': newPreparation(organisations),
    ...below('config', together(organisations.map(publicFiles))),
  };
};

const namespaceOf = ({ name }: OrganisationUnits): string => `yaosu-${name}`;

const namespaceManifest = (organisation: OrganisationUnits): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: namespaceOf(organisation),
    labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
  },
});

const kustomization = (content: object): string =>
  yaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', ...content });

const overlayOf = (organisation: OrganisationUnits): Description => ({
  'kustomization.yaml': kustomization({
    namespace: namespaceOf(organisation),
    resources: ['../../base', 'namespace.yaml', 'workloads.yaml', 'policies.yaml'],
    configMapGenerator: Object.entries(organisation.files).map(([unit, files]) => ({
      name: `${unit}-files`,
      files: Object.keys(files).map((file) => `${unit}/${file}`),
    })),
  }),
  'namespace.yaml': yaml(namespaceManifest(organisation)),
  'workloads.yaml': documents(manifestsOf(organisation)),
  'policies.yaml': documents(policiesOf(organisation)),
  ...publicFiles(organisation),
});

/** A base that denies, and an overlay an organisation, each for that organisation's own cluster. */
export const describeKubernetes = ({ topology, domain }: Described): Description => ({
  ...below('channel', channelFiles(topology)),
  'base/kustomization.yaml': kustomization({ resources: ['default-deny.yaml'] }),
  'base/default-deny.yaml': documents(defaultDeny),
  ...together(unitsOf(topology, domain).map((each) => below(`overlays/${each.name}`, overlayOf(each)))),
});

/** Writes a description below a folder, over what lies there. */
export const writeDescription = async (folder: string, description: Description): Promise<void> => {
  for (const [path, content] of Object.entries(description))
    await writeText(join(folder, path), content, FOR_ALL);
};
