/** Manifests by the rules that a careful cluster would hold against them, and by those of this network. */
import { describe, expect, it } from '@jest/globals';
import { ORGANISATIONS } from '@yaosu/chaincode/model/organisations';
import { parse } from 'yaml';
import {
  all,
  composed,
  documentsIn,
  kubernetes,
  nodes,
  overlay,
  podOf,
  pods,
} from '../../testing/read-description.js';

describe('the manifests', () => {
  it.each(pods)(
    '$title asks and is bounded, is nobody, has no token, and cannot write its own image',
    ({ pod }) => {
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
      for (const { resources, securityContext } of pod.containers) {
        expect([Object.keys(resources.requests), Object.keys(resources.limits)]).toEqual([
          ['cpu', 'memory'],
          ['cpu', 'memory'],
        ]);
        expect(securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
      }
    },
  );

  it.each(pods)(
    '$title runs what the compose file runs, by its image’s own entry point',
    ({ title, pod }) => {
      const [{ command, args } = {}] = pod.containers;
      expect(command).toBeUndefined();
      const inCompose = composed.services[title.split(' ')[1] ?? '']?.command;
      expect(args?.map((word) => word.replaceAll('$', '$$$$'))).toEqual(inCompose);
    },
  );

  it.each(pods.filter(({ kind }) => kind !== 'CronJob'))('$title has three probes', ({ pod }) => {
    const [{ startupProbe, readinessProbe, livenessProbe } = {}] = pod.containers;
    expect([startupProbe, readinessProbe, livenessProbe]).not.toContain(undefined);
  });

  it.each(all.filter(({ read }) => podOf(read) !== undefined))(
    '$read.metadata.name mounts volumes that it has, from files that the overlay makes',
    ({ name, read }) => {
      const pod = podOf(read)!;
      const claims = read.spec.volumeClaimTemplates?.map(({ metadata }) => metadata.name) ?? [];
      const there = [...pod.volumes.map((volume) => volume.name), ...claims];
      const mounted = pod.containers.flatMap(({ volumeMounts }) => volumeMounts.map((mount) => mount.name));
      expect([...mounted].sort()).toEqual([...there].sort());
      const { configMapGenerator } = parse(kubernetes[`overlays/${name}/kustomization.yaml`] ?? '') as {
        configMapGenerator: readonly { name: string; files: readonly string[] }[];
      };
      for (const { configMap } of pod.volumes) {
        if (configMap === undefined) continue;
        const made = configMapGenerator.find((each) => each.name === configMap.name);
        expect(made?.files.map((file) => kubernetes[`overlays/${name}/${file}`])).not.toContain(undefined);
        expect(made).toBeDefined();
      }
    },
  );

  it('are listed by kustomizations that name only what is there', () => {
    for (const folder of ['base', ...ORGANISATIONS.map(({ name }) => `overlays/${name}`)]) {
      const { resources } = parse(kubernetes[`${folder}/kustomization.yaml`] ?? '') as {
        resources: readonly string[];
      };
      const missing = resources.filter(
        (one) => one !== '../../base' && kubernetes[`${folder}/${one}`] === undefined,
      );
      expect([folder, missing]).toEqual([folder, []]);
    }
  });

  it('deny everything in the base, both ways', () => {
    const [deny] = documentsIn('base/default-deny.yaml');
    expect(deny?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  it('let in from anywhere what the topology gives to others, and nothing else', () => {
    const open = all
      .filter(({ read }) => read.kind === 'NetworkPolicy')
      .flatMap(({ read }) =>
        (read.spec.ingress ?? [])
          .filter(({ from }) => from?.some(({ ipBlock }) => ipBlock !== undefined))
          .flatMap(({ ports }) => ports.map(({ port }) => [read.metadata.name, port])),
      );
    expect(open.sort()).toEqual(nodes.map(({ name, port }) => [name, port]).sort());
  });

  it('let every call in that they let out: whoever may call is expected where it comes', () => {
    for (const { name, read } of all.filter(({ read: { kind } }) => kind === 'NetworkPolicy')) {
      for (const { to, ports } of read.spec.egress ?? []) {
        const called = to?.[0]?.podSelector?.matchLabels['app.kubernetes.io/name'];
        if (called === undefined) continue;
        const policy = overlay(name).find(
          (each) => each.kind === 'NetworkPolicy' && each.metadata.name === called,
        );
        const expected = policy?.spec.ingress?.some(
          (rule) =>
            rule.from?.[0]?.podSelector?.matchLabels['app.kubernetes.io/name'] === read.metadata.name &&
            rule.ports[0]?.port === ports[0]?.port,
        );
        expect([read.metadata.name, called, expected]).toEqual([read.metadata.name, called, true]);
      }
    }
  });
});
