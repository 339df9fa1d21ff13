/** What this machine is called and where it stands in its networks. */
import { hostname, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import type { ServerNames } from '@yaosu/identity';

/** A machine as its neighbours see it. */
export interface Machine {
  readonly hostname: string;
  /** IPv4 addresses that neighbours may reach, the likeliest first. */
  readonly addresses: readonly string[];
}

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Bridges and tunnels of virtual machines, containers and private networks: no phone is on them. */
const VIRTUAL = /^(br-|docker|tailscale|tap|tun|utun|vboxnet|veth|virbr|vmnet|wg|zt)/;
const LINK_LOCAL = /^169\.254\./;
const DNS_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/** A machine's addresses out of its interfaces. */
export const addressesOf = (interfaces: Interfaces): readonly string[] => {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) =>
    infos
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !LINK_LOCAL.test(address))
      .map(({ address }) => ({ address, isVirtual: VIRTUAL.test(name) })),
  );
  const real = found.filter(({ isVirtual }) => !isVirtual);
  return [...real, ...found.filter(({ isVirtual }) => isVirtual)].map(({ address }) => address);
};

/** This machine, now. */
export const thisMachine = (): Machine => ({
  hostname: hostname(),
  addresses: addressesOf(networkInterfaces()),
});

/** Names and addresses that a machine's server answers to; `.local` is what multicast DNS adds. */
export const namesOf = ({ hostname: name, addresses }: Machine): ServerNames => {
  const host = name.toLowerCase();
  const own = DNS_NAME.test(host) ? [host, ...(host.includes('.') ? [] : [`${host}.local`])] : [];
  return {
    dns: [...new Set([...own, 'localhost'])],
    ip: [...new Set([...addresses, '127.0.0.1'])],
  };
};
