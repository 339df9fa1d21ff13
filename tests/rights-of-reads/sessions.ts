/** Sessions of everybody who asks. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { ORGANISATIONS } from '@yaosu/chaincode/model/organisations';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
import { newClient } from '@yaosu/gateway/api/client';
import { enter } from '@yaosu/gateway/story/player';
import type { Stage } from '@yaosu/gateway/story/stage';
import { envelopeOf, newActor, newCommand, proposal, type Actor } from '../support/actor.js';
import type { InProcessGateway } from '../support/story-gateway.js';
import {
  CALLER_NAMES,
  CALLERS,
  type CallerDefinition,
  type CallerName,
  type OutsiderName,
} from './callers.js';

/** Headers with which somebody asks. */
export type Headers = Readonly<Record<string, string>>;

const bearer = (token: string, purpose?: string): Headers => ({
  authorization: `Bearer ${token}`,
  ...(purpose === undefined ? {} : { 'yaosu-purpose': purpose }),
});

/** The root key of the story's regulator, which the demo keeps in its data folder. */
const regulatorOf = async ({ folder }: InProcessGateway): Promise<Actor> => {
  const privateKey = await readFile(join(folder, 'demo', 'keys', 'drug-authority.pem'), 'utf8');
  const spki = createPublicKey(createPrivateKey(privateKey)).export({ format: 'der', type: 'spki' });
  const names = { enterprise: 'drug-authority', person: '', kid: kidOf(spki) };
  return { ...names, publicKey: spki.toString('base64url'), privateKey };
};

const register = async (
  gateway: InProcessGateway,
  ledgerId: string,
  { enterprise, roles, authority }: CallerDefinition,
): Promise<Actor> => {
  const [regulator, root] = [await regulatorOf(gateway), newActor(enterprise)];
  const host = ORGANISATIONS.find(({ hosts }) => roles.some((role) => hosts.includes(role)));
  const payload = {
    enterprise,
    name: enterprise,
    roles,
    hostMsp: host?.mspId,
    authority: authority === undefined ? null : { subject: authority.subject, area: authority.area },
    encryption: newActor(enterprise).publicKey,
    key: proposal(root, ['root']),
  };
  const act = enterpriseActs.register;
  const capturedAt = new Date().toISOString();
  const actors = [regulator, root];
  const client = newClient(gateway.url);
  client.setToken(await gateway.services.sessions.issueFor(regulator.kid));
  await client.submit(act, envelopeOf(newCommand({ act, ledgerId, capturedAt, actors, payload }), actors));
  return root;
};

/** Everybody's headers, and the root keys of the firms that the suite has registered. */
export interface Sessions {
  readonly headers: ReadonlyMap<CallerName, Headers>;
  readonly roots: ReadonlyMap<CallerName, Actor>;
}

/** Registers who is not of the story, and lets everybody in. */
export const openSessions = async (gateway: InProcessGateway, stage: Stage): Promise<Sessions> => {
  const headers = new Map<CallerName, Headers>();
  const roots = new Map<CallerName, Actor>();
  for (const name of CALLER_NAMES) {
    const caller: CallerDefinition = CALLERS[name];
    const root = caller.login === undefined ? await register(gateway, stage.ledgerId, caller) : undefined;
    if (root !== undefined) roots.set(name, root);
    const token =
      root === undefined
        ? (await stage.as(caller.login ?? '')).token
        : await gateway.services.sessions.issueFor(root.kid);
    headers.set(name, bearer(token, caller.authority?.purpose));
  }
  return { headers, roots };
};

const HALF_A_DAY_MS = 13 * 60 * 60_000;

/** A session of a key that its administrator has revoked since. */
const revokedToken = async ({ url }: InProcessGateway, stage: Stage): Promise<string> => {
  const { token, key, enterprise } = await enter(url, 'maker-qp');
  const payload = { enterprise, kid: key.kid, compromisedSince: null };
  await stage.send('maker-admin', enterpriseActs.revokeKey, payload);
  return token;
};

/** Those whose session is none; `turnBack` sets the server's clock by so many milliseconds. */
export const outsiders = async (
  gateway: InProcessGateway,
  stage: Stage,
  turnBack: (ms: number) => void,
): Promise<ReadonlyMap<OutsiderName, Headers>> => {
  const { key } = await stage.as('maker-qp');
  turnBack(HALF_A_DAY_MS);
  const expired = await gateway.services.sessions.issueFor(key.kid);
  turnBack(0);
  const [header = '', claims = ''] = (await stage.as('maker-qp')).token.split('.');
  return new Map<OutsiderName, Headers>([
    ['nobody', {}],
    ['expired', bearer(expired)],
    ['revoked', bearer(await revokedToken(gateway, stage))],
    ['forged', bearer(`${header}.${claims}.${'A'.repeat(43)}`)],
  ]);
};
