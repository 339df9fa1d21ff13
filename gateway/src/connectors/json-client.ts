/** JSON over HTTP to one connected system. */
import type { IncomingMessage } from 'node:http';
import { guardedRequest, type AllowedTargets, type OutgoingRequest } from '../http/guarded-request.js';

const MOST_ANSWER_BYTES = 4_000_000;

/** Where it is and how it is asked. */
export interface JsonClientOptions {
  /** Base address. */
  readonly url: string;
  /** Bearer token; undefined: none is sent. */
  readonly token: string | undefined;
  /** Hosts with ports that may be reached although they are internal. */
  readonly allowed: AllowedTargets;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** A question; `json` is its body, undefined where there is none. */
export interface JsonQuestion extends Pick<OutgoingRequest, 'method'> {
  readonly path: string;
  readonly json?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface JsonAnswer {
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

/** Asks a system at an address. */
export class JsonClient {
  /** Host and port, as pages call it. */
  readonly name: string;
  readonly #options: JsonClientOptions;

  constructor(options: JsonClientOptions) {
    this.#options = options;
    this.name = new URL(options.url).host;
  }

  /** @throws when no answer comes, or none that is JSON */
  async ask({ method, path, json, headers = {} }: JsonQuestion): Promise<JsonAnswer> {
    const { url, token, allowed, signal } = this.#options;
    const body = json === undefined ? '' : JSON.stringify(json);
    const request = {
      ...{ method, url: `${url}${path}`, body },
      headers: {
        ...headers,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        'content-length': String(Buffer.byteLength(body)),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    };
    const answer = await guardedRequest(request, allowed, signal);
    return { status: answer.statusCode ?? 0, json: await jsonOf(answer) };
  }
}
