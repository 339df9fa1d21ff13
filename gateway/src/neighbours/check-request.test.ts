import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { statementBytes } from '../checkpoints/sign-checkpoint.js';
import type { DeviceKey } from '../demo/device-key.js';
import { newKeyStore } from '../demo/key-store.js';
import { systemPorts } from '../ports.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { QUESTIONS } from './questions.js';
import { authorizationOf, bodyDigest, type RequestStatement } from './request-statement.js';

interface Asked {
  readonly statement: RequestStatement;
  readonly body: object;
  readonly path: string;
}

type Spoil = (asked: Asked) => Partial<Asked>;

const { path } = QUESTIONS.document;
/** What is asked for is nowhere: a request that is taken is answered so. */
const BODY = { document: 'ab'.repeat(32), reader: { escrow: 'drug' } };
const TAKEN = [404, 'RECORD_NOT_FOUND', undefined];
const refusedFor = (reason: string): unknown[] => [401, 'GATEWAY_REFUSED', reason];

const fromNow = (milliseconds: number): string => instantOf(systemPorts.clock.nowMs() + milliseconds);

let gateway: TestGateway;
let ledgerId: string;
let host: DeviceKey;

beforeAll(async () => {
  gateway = await newTestGateway();
  host = await newKeyStore(`${gateway.folder}/hosts`, systemPorts).key('RegulatorMSP');
  const { client } = await gateway.actor('cdmo-qp');
  ledgerId = (await client.read('network', {})).ledgerId ?? '';
});
afterAll(() => gateway.remove());

const newStatement = ({ kid }: DeviceKey): RequestStatement => ({
  v: 1,
  ledgerId,
  kid,
  path,
  body: bodyDigest(BODY),
  nonce: Buffer.from(systemPorts.randomBytes(16)).toString('hex'),
  expiresAt: fromNow(60_000),
  asOfBlock: gateway.services.projection.asOfBlock,
});

const post = async (asked: Asked, authorization?: string): Promise<unknown[]> => {
  const response = await fetch(`${gateway.url}${asked.path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: canonicalJson(asked.body),
  });
  const { code, details } = (await response.json()) as { code: string; details: { reason?: string } };
  return [response.status, code, details.reason];
};

/** A request that may be sent again and again. */
const requestOf = (signer: DeviceKey, spoil: Spoil = () => ({})): (() => Promise<unknown[]>) => {
  const plain = { statement: newStatement(signer), body: BODY, path };
  const asked = { ...plain, ...spoil(plain) };
  const signature = signer.signBytes(statementBytes(asked.statement));
  return () => post(asked, authorizationOf({ statement: asked.statement, signature }));
};

const said =
  (change: Partial<RequestStatement>): Spoil =>
  ({ statement }) => ({ statement: { ...statement, ...change } });

describe('requests of other gateways', () => {
  it('are taken once', async () => {
    const ask = requestOf(host);
    expect(await ask()).toEqual(TAKEN);
    expect(await ask()).toEqual(refusedFor('repeated'));
  });

  it.each<[string, string, () => Spoil]>([
    ['of another ledger', 'ledger', () => said({ ledgerId: 'ab'.repeat(16) })],
    ['signed for another path', 'path', () => () => ({ path: QUESTIONS.cosign.path })],
    ['with another body', 'body', () => () => ({ body: { ...BODY, document: 'cd'.repeat(32) } })],
    ['too old', 'expired', () => said({ expiresAt: fromNow(-1) })],
    ['good for too long', 'time', () => said({ expiresAt: fromNow(3_600_000) })],
    ['of a key that is not on the ledger', 'key', () => said({ kid: 'ab'.repeat(32) })],
  ])('are refused when they are %s', async (_what, reason, spoil) => {
    expect(await requestOf(host, spoil())()).toEqual(refusedFor(reason));
  });

  it('are refused when they are of a person, signed by another or not signed', async () => {
    const person = (await gateway.actor('cdmo-qp')).key;
    expect(await requestOf(person)()).toEqual(refusedFor('key'));
    const { kid } = host;
    expect(await requestOf({ ...person, kid })()).toEqual(refusedFor('signature'));
    expect(await post({ statement: newStatement(host), body: BODY, path })).toEqual(refusedFor('unsigned'));
  });

  it('are refused to enterprises where only organisations ask', async () => {
    const service = await gateway.services.serviceKeys.key('qingtai-cdmo');
    const ask = requestOf(service, ({ statement }) => ({
      path: QUESTIONS.lastSigned.path,
      body: {},
      statement: { ...statement, path: QUESTIONS.lastSigned.path, body: bodyDigest({}) },
    }));
    expect(await ask()).toEqual(refusedFor('host'));
  });
});
