/** A server on this machine that, as told, loses answers, is late, and answers nonsense. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What becomes of one request. */
export type Fate =
  /** It is carried out and answered. */
  | 'answered'
  /** It never arrives. */
  | 'lost'
  /** It is carried out, and the answer is lost. */
  | 'answerLost'
  /** It is carried out, and what stands before the server has no more patience. */
  | 'timedOut'
  /** The answer is lost, and it is carried out when the next request comes. */
  | 'late'
  /** The answer is none of the protocol. */
  | 'garbled'
  /** The server is out of order. */
  | 'failed';

/** A request that has arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** An answer: its status, its body, and where the client shall go on. */
export interface Told {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string;
}

const CARRIED_OUT: readonly Fate[] = ['answered', 'answerLost', 'timedOut', 'garbled'];
const OK = 200;
const BROKEN = 503;
const TIMED_OUT = 504;

const answer = (response: ServerResponse, { status, body, location }: Told): void => {
  const headers = { 'content-type': 'application/json', ...(location === undefined ? {} : { location }) };
  response.writeHead(status, headers).end(JSON.stringify(body));
};

/** Listens, and has requests carried out by who it is made for. */
export class FatefulServer {
  /** Fates of the next requests; those after them are answered. */
  readonly fates: Fate[] = [];
  readonly #carryOut: (arrived: Arrived) => Told;
  readonly #server: Server;
  readonly #late: (() => void)[] = [];
  #waiting: (() => void)[] = [];

  constructor(carryOut: (arrived: Arrived) => Told) {
    this.#carryOut = carryOut;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** @returns host and port */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** Settles when something is so, which is looked at after each request. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const body = await text(request);
    const arrived = { method, url: new URL(url, 'http://here'), body, headers };
    for (const task of this.#late.splice(0)) task();
    this.#meet(this.fates.shift() ?? 'answered', arrived, response);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #meet(fate: Fate, arrived: Arrived, response: ServerResponse): void {
    if (fate === 'late') this.#late.push(() => this.#carryOut(arrived));
    const told = CARRIED_OUT.includes(fate) ? this.#carryOut(arrived) : { status: BROKEN, body: {} };
    if (fate === 'answered' || fate === 'failed') answer(response, told);
    else if (fate === 'timedOut') answer(response, { status: TIMED_OUT, body: {} });
    else if (fate === 'garbled') response.writeHead(OK).end('<html>');
    else response.destroy();
  }
}
