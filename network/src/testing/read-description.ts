/** The descriptions of a network, read back as whoever runs containers reads them. */
import { ORGANISATIONS } from '@yaosu/chaincode/model/organisations';
import { parse, parseAllDocuments } from 'yaml';
import { describeCompose, describeKubernetes } from '../fabric/deploy/describe.js';
import { topologyIn } from '../fabric/deploy/organisation-units.js';

export const domain = 'yaosu.example';
export const topology = topologyIn(domain, 21_000);
export const nodes = [...topology.peers, ...topology.orderers];
export const compose = describeCompose({ topology, domain });
export const kubernetes = describeKubernetes({ topology, domain });

export interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly user: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly networks: Readonly<Record<string, { readonly aliases?: readonly string[] }>>;
  readonly depends_on: Readonly<Record<string, unknown>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly deploy: {
    readonly resources: Readonly<Record<'reservations' | 'limits', Readonly<Record<string, string>>>>;
  };
  readonly ports?: unknown;
}

export const composed = parse(compose['compose.yaml'] ?? '') as {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
};
export const services = Object.entries(composed.services);

export interface Container {
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly ports: readonly { readonly containerPort: number }[];
  readonly resources: Readonly<Record<'requests' | 'limits', Readonly<Record<string, string>>>>;
  readonly securityContext: object;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly startupProbe?: object;
  readonly readinessProbe?: object;
  readonly livenessProbe?: object;
}
export interface PodSpec {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: { readonly runAsNonRoot: boolean; readonly runAsUser: number };
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly configMap?: { readonly name: string } }[];
}
export interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports: readonly { readonly port: number }[];
}
export interface Peer {
  readonly podSelector?: { readonly matchLabels: Readonly<Record<string, string>> };
  readonly ipBlock?: object;
}
export interface Read {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly template?: { readonly spec: PodSpec };
    readonly jobTemplate?: { readonly spec: { readonly template: { readonly spec: PodSpec } } };
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
    readonly selector?: Readonly<Record<string, string>>;
    readonly type?: string;
    readonly ports?: readonly { readonly port: number }[];
    readonly podSelector?: object;
    readonly policyTypes?: readonly string[];
    readonly ingress?: readonly Rule[];
    readonly egress?: readonly Rule[];
  };
}

/** Documents of a file of the manifests. */
export const documentsIn = (path: string): readonly Read[] =>
  parseAllDocuments(kubernetes[path] ?? '').map((document) => document.toJS() as Read);
export const overlay = (name: string): readonly Read[] =>
  ['workloads', 'policies'].flatMap((file) => documentsIn(`overlays/${name}/${file}.yaml`));
export const all = ORGANISATIONS.flatMap(({ name }) => overlay(name).map((read) => ({ name, read })));
export const podOf = ({ spec }: Read): PodSpec | undefined =>
  spec.template?.spec ?? spec.jobTemplate?.spec.template.spec;
export const pods = all.flatMap(({ read }) => {
  const pod = podOf(read);
  return pod === undefined ? [] : [{ title: `${read.kind} ${read.metadata.name}`, kind: read.kind, pod }];
});
export const named = (kind: string, name: string): Read | undefined =>
  all.map(({ read }) => read).find((read) => read.kind === kind && read.metadata.name === name);
