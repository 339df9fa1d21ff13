/** Who may call whom: nobody, and then each call of a unit by name. */
import { backupUnit } from './backup.js';
import type { Manifest } from './kubernetes.js';
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

const callersOf = (called: string, all: readonly Unit[]): readonly object[] =>
  all.flatMap((caller) =>
    caller.calls
      .filter(({ unit }) => unit === called)
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

/** Units that are called and are not there yet: the chaincode of the next turn is let in as soon as it runs. */
const expectedBy = (all: readonly Unit[]): readonly string[] =>
  [...new Set(all.flatMap(({ calls }) => calls.map(({ unit }) => unit)))].filter(
    (called) => !all.some(({ name }) => name === called),
  );

/** One policy a unit. */
export const policiesOf = (organisation: OrganisationUnits): readonly Manifest[] => {
  const all = [...organisation.units, backupUnit(organisation)];
  const policyOf = (name: string, ingress: readonly object[], egress: readonly object[]): Manifest =>
    policy(name, { ...pods(name), policyTypes: ['Ingress', 'Egress'], ingress, egress });
  return [
    ...all.map((unit) =>
      policyOf(
        unit.name,
        [...callersOf(unit.name, all), ...outsideOf(unit), ...watchersOf(unit)],
        egressOf(unit),
      ),
    ),
    ...expectedBy(all).map((name) => policyOf(name, callersOf(name, all), [])),
  ];
};
