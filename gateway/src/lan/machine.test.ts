import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { addressesOf, namesOf } from './machine.js';

const at = (address: string, change: Partial<NetworkInterfaceInfo> = {}): NetworkInterfaceInfo =>
  ({ address, family: 'IPv4', internal: false, ...change }) as NetworkInterfaceInfo;

describe('a machine in its networks', () => {
  it('has the addresses that a neighbour can call, those of containers and tunnels last', () => {
    const interfaces = {
      lo: [at('127.0.0.1', { internal: true })],
      docker0: [at('172.17.0.1')],
      utun3: undefined,
      eth0: [at('169.254.3.4'), at('fe80::1', { family: 'IPv6' })],
      wlan0: [at('192.168.1.5')],
    };
    expect(addressesOf(interfaces)).toEqual(['192.168.1.5', '172.17.0.1']);
  });

  it.each([
    ['Desk', ['desk', 'desk.local', 'localhost']],
    ['desk.local', ['desk.local', 'localhost']],
    ['小王的电脑', ['localhost']],
  ])('answers to its name %s as far as certificates can hold it', (hostname, dns) => {
    expect(namesOf({ hostname, addresses: ['10.0.0.7'] })).toEqual({ dns, ip: ['10.0.0.7', '127.0.0.1'] });
  });
});
