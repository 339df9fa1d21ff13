/** Who may call whom: nobody, and then each call of a unit by name. */
import { backupUnit } from './backup.js';
import { labelsOf, type Manifest } from './kubernetes.js';
import type { OrganisationUnits, Unit } from './unit.js';

const DNS_PORT = 53;
/** Where an organisation lets its callers in: its own ingress, which ends TLS for the gateway. */
const INGRESS_NAMESPACE = 'ingress';
const METRICS_NAMESPACE = 'monitoring';

const policy = (name: string, spec: object): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name },
  ...{ spec },
});

const tcp = (...ports: readonly number[]) => ports.map((port) => ({ protocol: 'TCP', port }));
const pods = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/name': name } } });
const namespace = (name: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
});
const ANYWHERE = { ipBlock: { cidr: '0.0.0.0/0' } };

/** For the base: nothing comes in, nothing goes out but questions for names. */
export const defaultDeny: readonly Manifest[] = [
  policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  policy('names', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [namespace('kube-system')],
        ports: [
          { protocol: 'UDP', port: DNS_PORT },
          { protocol: 'TCP', port: DNS_PORT },
        ],
      },
    ],
  }),
];

const callersOf = (unit: Unit, all: readonly Unit[]): readonly object[] =>
  all.flatMap((caller) =>
    caller.calls
      .filter((call) => call.unit === unit.name)
      .map(({ port }) => ({ from: [pods(caller.name)], ports: tcp(port) })),
  );

const outsideOf = ({ ports }: Unit): readonly object[] => {
  const open = ports.filter(({ isPublic }) => isPublic).map(({ port }) => port);
  return open.length === 0 ? [] : [{ from: [ANYWHERE], ports: tcp(...open) }];
};

/** Those who look at figures, and the ingress before a gateway. */
const watchersOf = ({ ports }: Unit): readonly object[] =>
  ports.flatMap(({ name, port }) => {
    if (name === 'operations') return [{ from: [namespace(METRICS_NAMESPACE)], ports: tcp(port) }];
    if (name !== 'http') return [];
    return [{ from: [namespace(INGRESS_NAMESPACE), namespace(METRICS_NAMESPACE)], ports: tcp(port) }];
  });

const egressOf = ({ calls, callsOutside }: Unit): readonly object[] => [
  ...calls.map(({ unit, port }) => ({ to: [pods(unit)], ports: tcp(port) })),
  ...(callsOutside.length === 0 ? [] : [{ to: [ANYWHERE], ports: tcp(...callsOutside) }]),
];

/** One policy a unit. */
export const policiesOf = (organisation: OrganisationUnits): readonly Manifest[] => {
  const all = [...organisation.units, backupUnit(organisation)];
  return all.map((unit) =>
    policy(unit.name, {
      podSelector: { matchLabels: labelsOf(unit) },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [...callersOf(unit, all), ...outsideOf(unit), ...watchersOf(unit)],
      egress: egressOf(unit),
    }),
  );
};
