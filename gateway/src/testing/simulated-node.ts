/**
 * A node above the enterprise nodes of the industrial-internet identifier system, on this machine and in memory: the secondary
 * node keeps what is registered and leads to the enterprise node, the national top node leads to the secondary nodes.
 */
import type { SentHandle } from '../identifiers/secondary-node.js';
import { FatefulServer, type Arrived, type Told } from './fateful-server.js';

const OK = 200;
const LEADS_ON = 307;

type Refusal = { readonly status: number; readonly message: string };

const EXISTS: Refusal = { status: -2, message: '标识已存在' };
const MISSING: Refusal = { status: -2, message: '没有找到标识' };
const NOBODY: Refusal = { status: -1, message: '没有登录，需要验证' };

const done = (data: unknown): Told => ({ status: OK, body: { message: 'success', status: 1, data } });
const refused = (refusal: Refusal): Told => ({ status: OK, body: { ...refusal, data: null } });

/** Prefix of those below → base address. */
export type Below = Map<string, string>;

/** A node. */
export class SimulatedNode extends FatefulServer {
  /** Where identifiers of a prefix, or of what begins with it, are known. */
  readonly below: Below = new Map();
  /** What is registered here; a top node keeps nothing. */
  readonly registered = new Map<string, SentHandle>();
  /** What was carried out, in that order: method and identifier. */
  readonly changes: string[] = [];
  /** Tells why an identifier is refused; undefined: it is not. */
  refuse: (handle: string) => Refusal | undefined = () => undefined;
  readonly #token: string | undefined;

  /** @param token bearer token that changes need; undefined: none */
  constructor(token?: string) {
    super((arrived) => this.#answer(arrived));
    this.#token = token;
  }

  #answer({ method, url, body, headers }: Arrived): Told {
    if (url.pathname === '/changes') return { status: OK, body: this.changes };
    if (method === 'GET') return this.#lead(url.searchParams.get('handle') ?? '');
    if (this.#token !== undefined && headers.authorization !== `Bearer ${this.#token}`)
      return refused(NOBODY);
    const sent = JSON.parse(body) as SentHandle;
    const refusal = this.refuse(sent.handle) ?? this.#unfit(method, sent);
    if (refusal !== undefined) return refused(refusal);
    this.changes.push(`${method} ${sent.handle}`);
    if (method === 'DELETE') this.registered.delete(sent.handle);
    else this.registered.set(sent.handle, sent);
    return done(true);
  }

  #unfit(method: string, { handle }: SentHandle): Refusal | undefined {
    const isThere = this.registered.has(handle);
    if (method === 'POST') return isThere ? EXISTS : undefined;
    return isThere ? undefined : MISSING;
  }

  #lead(handle: string): Told {
    const [prefix = ''] = handle.split('/');
    const [, base] = [...this.below].find(([each]) => `${prefix}.`.startsWith(`${each}.`)) ?? [];
    if (base === undefined) return refused(MISSING);
    const location = `${base}/identityv2/data/detail?handle=${encodeURIComponent(handle)}`;
    return { status: LEADS_ON, body: {}, location };
  }
}
