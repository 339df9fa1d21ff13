import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusedTarget } from '../../http/guarded-request.js';
import { sendReport } from './send-report.js';

const report = { body: '{}', signatureToken: undefined, delivery: 'd' };
const { signal } = new AbortController();

describe('targets of reports', () => {
  it.each([
    'http://127.0.0.1/x',
    'http://127.9.9.9:8080/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.0.0.1/',
    'http://172.31.255.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost:80/',
  ])('%s is this network’s own', async (dest) => {
    expect(isRefusedTarget(dest, [])).toBe(true);
    expect(await sendReport({ ...report, dest }, [], signal)).toBe('DESTINATION_INTERNAL');
  });

  it.each(['https://partner.example/hook', 'http://8.8.8.8/', 'http://[2001:4860:4860::8888]/'])(
    '%s is not',
    (dest) => {
      expect(isRefusedTarget(dest, [])).toBe(false);
    },
  );
});

describe('a target that was named', () => {
  let server: Server;
  let host: string;
  let seen: string[];
  beforeAll(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push(`${String(request.headers['yaosu-delivery'])} ${String(request.headers['gs1-signature'])}`);
      response.writeHead(request.url === '/moved' ? 302 : 204, { location: 'http://10.0.0.1/' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is reached, with a signature under the subscriber’s secret', async () => {
    const dest = `http://${host}/`;
    expect(await sendReport({ ...report, dest, signatureToken: 'secret' }, [host], signal)).toBeUndefined();
    // HMAC-SHA-256 of "{}" under "secret", by openssl.
    expect(seen).toEqual([`d sha256=77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13`]);
  });

  it('is not followed elsewhere', async () => {
    expect(await sendReport({ ...report, dest: `http://${host}/moved` }, [host], signal)).toBe('HTTP 302');
  });
});
