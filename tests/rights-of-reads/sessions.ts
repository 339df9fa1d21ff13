/** Sessions of everybody who asks. */
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { enter } from '@yaosu/gateway/story/player';
import type { Stage } from '@yaosu/gateway/story/stage';
import type { Actor } from '../support/actor.js';
import { registerFirm } from '../support/regulator.js';
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
    const root =
      caller.login === undefined ? await registerFirm(gateway.url, gateway.folder, caller) : undefined;
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
