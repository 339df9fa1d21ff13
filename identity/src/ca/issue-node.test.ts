import { X509Certificate } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { issueNode, newRoot } from '../index.js';

const NOW = new Date('2026-11-28T08:00:00.000Z');

it('issues certificates with which a node of a network both listens and dials', async () => {
  const root = await newRoot([{ CN: ['tlsca.ManufacturerMSP'] }], NOW);
  const { certificate } = await issueNode(root, { dns: ['localhost'], ip: ['127.0.0.1'] }, NOW);
  const leaf = new X509Certificate(certificate);
  const issuer = new X509Certificate(root.certificate);
  expect([leaf.checkIssued(issuer), leaf.verify(issuer.publicKey), leaf.ca]).toEqual([true, true, false]);
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  expect(leaf.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  expect(leaf.validTo).toBe(issuer.validTo);
});
