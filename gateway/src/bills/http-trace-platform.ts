/** A trace platform by HTTP; the protocol is described in `docs/operations/trace-platform.md`. */
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { guardedRequest, type AllowedTargets } from '../http/guarded-request.js';
import type { ListedPage, PlatformVerdict, SentBill, TracePlatform } from './trace-platform.js';

const OK = 200;
const CREATED = 201;
const NOT_FOUND = 404;
const REFUSED = 422;
const MOST_ANSWER_BYTES = 4_000_000;

const short = z.string().min(1).max(100);
const externalNo = z.object({ externalNo: short });
const refusal = z.object({ code: short, text: z.string().max(1_000) });
const verdict = z.discriminatedUnion('state', [
  externalNo.extend({ state: z.literal('accepted') }),
  refusal.extend({ state: z.literal('refused') }),
]);
const listedPage = z.object({
  bills: z.array(z.object({ bill: short, externalNo: short, quantity: z.string().max(30) })).max(1_000),
  next: z.string().max(200).nullable(),
});

/** Where it is and how it is asked. */
export interface HttpPlatformOptions {
  /** Base address. */
  readonly url: string;
  /** Bearer token; undefined: none is sent. */
  readonly token: string | undefined;
  /** Hosts with ports that may be reached although they are internal. */
  readonly allowed: AllowedTargets;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** @throws when it is too long, breaks off or is no JSON */
const jsonOf = async (answer: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) throw new Error('ANSWER_TOO_LONG');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
};

/** Speaks to a platform at an address. */
export class HttpTracePlatform implements TracePlatform {
  readonly name: string;
  readonly #options: HttpPlatformOptions;

  constructor(options: HttpPlatformOptions) {
    this.#options = options;
    this.name = new URL(options.url).host;
  }

  async send(bill: SentBill): Promise<PlatformVerdict> {
    const { status, json } = await this.#ask('POST', '/bills', JSON.stringify(bill), {
      'content-type': 'application/json',
      'idempotency-key': bill.bill,
    });
    if (status === OK || status === CREATED) return { state: 'accepted', ...externalNo.parse(json) };
    if (status === REFUSED) return { state: 'refused', ...refusal.parse(json) };
    throw new Error(`HTTP ${String(status)}`);
  }

  async find(bill: string): Promise<PlatformVerdict | undefined> {
    const { status, json } = await this.#ask('GET', `/bills/${bill}`);
    if (status === NOT_FOUND) return undefined;
    if (status === OK) return verdict.parse(json);
    throw new Error(`HTTP ${String(status)}`);
  }

  async billsOf(enterprise: string, day: string, cursor: string | null): Promise<ListedPage> {
    const query = new URLSearchParams({ enterprise, day, ...(cursor === null ? {} : { cursor }) });
    const { status, json } = await this.#ask('GET', `/bills?${query.toString()}`);
    if (status === OK) return listedPage.parse(json);
    throw new Error(`HTTP ${String(status)}`);
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    body = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const { url, token, allowed, signal } = this.#options;
    const request = {
      ...{ method, url: `${url}${path}`, body },
      headers: {
        ...headers,
        'content-length': String(Buffer.byteLength(body)),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    };
    const answer = await guardedRequest(request, allowed, signal);
    return { status: answer.statusCode ?? 0, json: await jsonOf(answer) };
  }
}
