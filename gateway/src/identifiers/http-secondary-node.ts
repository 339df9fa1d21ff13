/** A secondary node that speaks the protocol of enterprise nodes; described in `docs/operations/identifiers.md`. */
import * as z from 'zod';
import { JsonClient, type JsonClientOptions } from '../connectors/json-client.js';
import type { NodeVerdict, SecondaryNode, SentHandle } from './secondary-node.js';

const FIRST_SERVER_ERROR = 500;
const DONE = 1;
/** Not signed in, and a fault of the node's: neither says anything about the identifier. */
const NO_VERDICTS: readonly number[] = [-1, -4];

const EXISTS: readonly string[] = ['标识已存在', '标识对象已存在'];
const MISSING: readonly string[] = ['没有找到标识', '标识不存在', '标识对象不存在'];

const answer = z.object({ status: z.int(), message: z.string().max(1_000) });

const verdictOf = ({ status, message }: z.output<typeof answer>): NodeVerdict => {
  if (status === DONE) return { state: 'done' };
  if (EXISTS.includes(message)) return { state: 'exists' };
  if (MISSING.includes(message)) return { state: 'missing' };
  if (NO_VERDICTS.includes(status)) throw new Error(`${String(status)} ${message}`);
  return { state: 'refused', code: String(status), text: message };
};

/** Speaks to a node at an address. */
export class HttpSecondaryNode implements SecondaryNode {
  readonly name: string;
  readonly #client: JsonClient;

  constructor(options: JsonClientOptions) {
    this.#client = new JsonClient(options);
    this.name = this.#client.name;
  }

  register(handle: SentHandle): Promise<NodeVerdict> {
    return this.#ask('POST', handle);
  }

  change(handle: SentHandle): Promise<NodeVerdict> {
    return this.#ask('PUT', handle);
  }

  remove(handle: string): Promise<NodeVerdict> {
    return this.#ask('DELETE', { handle });
  }

  async #ask(method: 'POST' | 'PUT' | 'DELETE', json: object): Promise<NodeVerdict> {
    const { status, json: told } = await this.#client.ask({ method, path: '/identityv2/data', json });
    if (status >= FIRST_SERVER_ERROR) throw new Error(`HTTP ${String(status)}`);
    const parsed = answer.safeParse(told);
    if (!parsed.success) throw new Error(`HTTP ${String(status)}`);
    return verdictOf(parsed.data);
  }
}
