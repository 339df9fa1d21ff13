import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newImpatientPorts, newMovableClock } from '../testing/test-ports.js';
import { currentCertificates } from './certificates.js';
import { namesOf } from './machine.js';

const DAY_MS = 86_400_000;
const HOME = namesOf({ hostname: 'desk', addresses: ['192.168.1.5'] });

describe('certificates of the local network', () => {
  let data: string;
  const ports = newMovableClock(newImpatientPorts());
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'lan-'));
  });
  afterEach(() => rm(data, { recursive: true }));

  it('are kept, for the owner only', async () => {
    const first = await currentCertificates(data, HOME, ports.clock);
    expect(await currentCertificates(data, HOME, ports.clock)).toEqual(first);
    expect((await stat(join(data, 'lan', 'certificates.json'))).mode & 0o777).toBe(0o600);
  });

  it('name every address, also one that is new, under the root that phones trust already', async () => {
    const first = await currentCertificates(data, HOME, ports.clock);
    const away = namesOf({ hostname: 'desk', addresses: ['10.0.0.7'] });
    const { root, server } = await currentCertificates(data, away, ports.clock);
    expect(root).toEqual(first.root);
    const certificate = new X509Certificate(server.certificate);
    expect(certificate.subjectAltName).toBe(
      'DNS:desk, DNS:desk.local, DNS:localhost, IP Address:10.0.0.7, IP Address:127.0.0.1',
    );
    expect(certificate.verify(new X509Certificate(root.certificate).publicKey)).toBe(true);
  });

  it('are made anew a month before their end, not earlier', async () => {
    const first = await currentCertificates(data, HOME, ports.clock);
    ports.advance(366 * DAY_MS);
    expect(await currentCertificates(data, HOME, ports.clock)).toEqual(first);
    ports.advance(2 * DAY_MS);
    const { root, server } = await currentCertificates(data, HOME, ports.clock);
    expect(root).toEqual(first.root);
    const until = Date.parse(new X509Certificate(server.certificate).validTo);
    expect(until - ports.clock.nowMs()).toBeGreaterThan(396 * DAY_MS);
  });
});
