import { X509Certificate } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { issueServer, newRoot } from '../index.js';

const NOW = new Date('2026-11-28T08:00:00.000Z');
const DAY_MS = 86_400_000;

it('issues certificates that a phone takes for the names and addresses of a server', async () => {
  const root = await newRoot([{ CN: ['Yaosu LAN desk'] }], NOW);
  const names = { dns: ['desk.local', 'localhost'], ip: ['192.168.1.5', '127.0.0.1'] };
  const { certificate } = await issueServer(root, names, NOW);
  const leaf = new X509Certificate(certificate);
  const issuer = new X509Certificate(root.certificate);
  expect([leaf.checkIssued(issuer), leaf.verify(issuer.publicKey), leaf.ca, issuer.ca]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(leaf.subjectAltName).toBe(
    'DNS:desk.local, DNS:localhost, IP Address:192.168.1.5, IP Address:127.0.0.1',
  );
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(issuer.subject).toBe('CN=Yaosu LAN desk');
  const [from, until] = [Date.parse(leaf.validFrom), Date.parse(leaf.validTo)];
  expect(from).toBeLessThan(NOW.getTime());
  expect((until - from) / DAY_MS).toBeLessThanOrEqual(398);
  expect(Date.parse(issuer.validTo)).toBeGreaterThan(until);
});
