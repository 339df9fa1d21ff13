/** Who reaches a gateway: with `--lan`, without it, and with HOST alone. */
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startGateway } from '../start.js';
import { ask } from '../testing/ask.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { parseConfig } from '../config.js';
import { systemPorts, type Ports } from '../ports.js';
import { addressesOf, type Machine } from './machine.js';

/** Where a neighbour would call; a machine without a network has still a second address of its own. */
const [ADDRESS = '127.0.0.2'] = addressesOf(networkInterfaces());

/** Ports whose waits of a minute end when the test says so. */
const newHeldPorts = (): Ports & { readonly minutePasses: () => void } => {
  const minutes: (() => void)[] = [];
  return {
    ...systemPorts,
    schedule: (delayMs, task) => {
      if (delayMs !== 60_000) return systemPorts.schedule(delayMs, task);
      minutes.push(task);
      return () => undefined;
    },
    minutePasses: () => {
      for (const task of minutes.splice(0)) task();
    },
  };
};

describe('with --lan', () => {
  const ports = newHeldPorts();
  let machine: Machine = { hostname: 'desk', addresses: [ADDRESS] };
  let gateway: TestGateway;
  let port: string;
  let ca: string;
  beforeAll(async () => {
    gateway = await newTestGateway({ environment: { YAOSU_LAN: '1' }, ports, machine: () => machine });
    ({ port } = new URL(gateway.url));
    ca = gateway.services.lan?.root.toString() ?? '';
  });
  afterAll(() => gateway.remove());

  it('serves the app by TLS to who trusts the root, and to nobody else', async () => {
    const { status, body } = await ask(`https://${ADDRESS}:${port}/readyz`, { ca });
    expect([status, body]).toEqual([200, expect.stringContaining('ready')]);
    await expect(ask(`https://${ADDRESS}:${port}/readyz`)).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    expect((await ask(`https://localhost:${port}/api/demo/logins`, { ca })).status).toBe(200);
  });

  it('gives who comes without TLS the root certificate, the steps in two languages, and nothing else', async () => {
    const elsewhere = `http://${ADDRESS}:${port}`;
    const page = await ask(`${elsewhere}/`);
    expect(page.status).toBe(200);
    for (const said of ['证书信任设置', 'Certificate Trust Settings', 'CA 证书', 'Install a certificate'])
      expect(page.body).toContain(said);
    expect(page.body).toContain(`href="https://${ADDRESS}:${port}/m/"`);
    const root = new X509Certificate(ca);
    expect(page.body).toContain(root.fingerprint256);
    const given = await fetch(`${elsewhere}/yaosu-root.crt`);
    expect(given.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    expect(Buffer.from(await given.arrayBuffer()).equals(root.raw)).toBe(true);
    for (const path of ['/api/demo/logins', '/metrics', '/readyz']) {
      const refused = await ask(elsewhere + path, { headers: { accept: '*/*' } });
      expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('TLS_REQUIRED')]);
    }
    const posted = await fetch(`${elsewhere}/api/demo/enrol`, { method: 'POST', body: '{}' });
    expect(posted.status).toBe(403);
  });

  it('shows at the desk a code that leads there', async () => {
    const { status, body } = await ask(`${gateway.url}/pair`);
    expect([status, body]).toEqual([200, expect.stringContaining('<img src="data:image/svg+xml;base64,')]);
    const other = await ask(`https://${ADDRESS}:${port}/pair`, { ca });
    expect(other.body).toContain(`https://${ADDRESS}:${port}/m/`);
  });

  it('lets demo actors sign in, on this machine without TLS', async () => {
    expect((await gateway.actor('maker-qp')).enterprise).toBe('anhe-pharma');
  });

  it.each([
    ['the page of another site', { origin: 'https://evil.example' }, 403, 'ORIGIN_FOREIGN'],
    ['its own page without TLS', { origin: `http://${ADDRESS}` }, 403, 'ORIGIN_FOREIGN'],
  ])('refuses %s', async (_who, headers, status, code) => {
    const refused = await ask(`https://${ADDRESS}:${port}/api/demo/logins`, { ca, headers });
    expect([refused.status, refused.body]).toEqual([status, expect.stringContaining(code)]);
  });

  it('refuses a name of somebody else that leads here', async () => {
    const refused = await ask(`${gateway.url}/api/demo/logins`, {
      headers: { host: `evil.example:${port}` },
    });
    expect([refused.status, refused.body]).toEqual([421, expect.stringContaining('HOST_UNKNOWN')]);
  });

  it('takes its own pages', async () => {
    const headers = { origin: `https://${ADDRESS}:${port}` };
    expect((await ask(`https://${ADDRESS}:${port}/api/demo/logins`, { ca, headers })).status).toBe(200);
  });

  it('proves a new address without a new start, under the same root', async () => {
    const shown = async (): Promise<string | undefined> => {
      const socket = connect({ host: ADDRESS, port: Number(port), ca, servername: 'desk' });
      await once(socket, 'secureConnect');
      const names = socket.getPeerCertificate().subjectaltname;
      socket.destroy();
      return names;
    };
    expect(await shown()).not.toContain('10.20.30.40');
    machine = { hostname: 'desk', addresses: [ADDRESS, '10.20.30.40'] };
    ports.minutePasses();
    while (gateway.services.lan?.names.ip.includes('10.20.30.40') !== true)
      await new Promise((resolve) => setImmediate(resolve));
    expect(await shown()).toContain(`IP Address:${ADDRESS}, IP Address:10.20.30.40`);
  });
});

describe('without --lan', () => {
  it('nothing is reached but from this machine', async () => {
    const gateway = await newTestGateway();
    const { port } = new URL(gateway.url);
    expect((await ask(`${gateway.url}/pair`)).body).toContain('npm start -- --lan');
    for (const scheme of ['http', 'https'])
      await expect(ask(`${scheme}://${ADDRESS}:${port}/readyz`)).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      });
    await gateway.remove();
  });

  it('HOST opens no demo logins', async () => {
    const gateway = await newTestGateway({ environment: { HOST: '0.0.0.0' } });
    const { port } = new URL(gateway.url);
    const refused = await ask(`http://127.0.0.1:${port}/api/demo/logins`);
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('DEMO_CLOSED')]);
    await gateway.remove();
  });
});

describe('on a machine without a network', () => {
  it('--lan says what to do', async () => {
    const data = await mkdtemp(join(tmpdir(), 'no-lan-'));
    const starting = startGateway({
      config: parseConfig({ YAOSU_DATA: data, PORT: '0', YAOSU_LAN: '1' }),
      log: pino({ level: 'silent' }),
      machine: () => ({ hostname: 'desk', addresses: [] }),
    });
    await expect(starting).rejects.toThrow(/^this machine has no address .* or start without --lan$/);
    await rm(data, { recursive: true });
  });
});
