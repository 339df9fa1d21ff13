/** A trace platform on this machine that speaks the protocol and, as told, loses answers, is late, and refuses. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformVerdict, SentBill } from '../bills/trace-platform.js';

/** What becomes of one request. */
export type Fate =
  /** It is carried out and answered. */
  | 'answered'
  /** It never arrives. */
  | 'lost'
  /** It is carried out, and the answer is lost. */
  | 'answerLost'
  /** The answer is lost, and it is carried out when the next request comes. */
  | 'late'
  /** The answer is none of the protocol. */
  | 'garbled'
  /** The platform is out of order. */
  | 'failed';

const CARRIED_OUT: readonly Fate[] = ['answered', 'answerLost', 'garbled'];

type Task = () => void;

const OK = 200;
const NOT_FOUND = 404;
const REFUSED = 422;
const BROKEN = 503;
const PAGE = 2;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** The platform. */
export class SimulatedPlatform {
  /** Fates of the next requests; those after them are answered. */
  readonly fates: Fate[] = [];
  /** Bills that were carried out, each time that one was, in that order. */
  readonly booked: SentBill[] = [];
  /** Authorization headers. */
  readonly tokens = new Set<string | undefined>();
  /** Kinds of request in their order. */
  readonly asked: ('send' | 'find' | 'list')[] = [];
  /** Says why a bill is refused; undefined: it is not. */
  refuse: (bill: SentBill) => { readonly code: string; readonly text: string } | undefined = () => undefined;
  readonly #verdicts = new Map<string, PlatformVerdict>();
  readonly #server: Server;
  readonly #late: Task[] = [];
  #waiting: Task[] = [];

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** @returns host and port */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
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

  /** Forgets a bill that it has accepted. */
  forget(bill: string): void {
    this.#verdicts.delete(bill);
    const at = this.booked.findIndex((each) => each.bill === bill);
    if (at >= 0) this.booked.splice(at, 1);
  }

  /** Has a bill that nobody here has sent. */
  inject(bill: SentBill): void {
    this.#book(bill);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    for (const task of this.#late.splice(0)) task();
    this.tokens.add(request.headers.authorization);
    const fate = this.fates.shift() ?? 'answered';
    const carryOut = (): readonly [number, unknown] => this.#carryOut(request, body);
    if (fate === 'late') this.#late.push(carryOut);
    const [status, told] = CARRIED_OUT.includes(fate) ? carryOut() : [BROKEN, {}];
    if (fate === 'answered' || fate === 'failed') answer(response, status, told);
    else if (fate === 'garbled') response.writeHead(OK).end('<html>');
    else request.socket.destroy();
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #carryOut({ method, url = '' }: IncomingMessage, body: string): readonly [number, unknown] {
    const { pathname, searchParams } = new URL(url, 'http://platform');
    if (method === 'POST') {
      this.asked.push('send');
      const bill = JSON.parse(body) as SentBill;
      return told(this.#book(bill));
    }
    const [, , id] = pathname.split('/');
    this.asked.push(id === undefined ? 'list' : 'find');
    if (id === undefined) return [OK, this.#page(searchParams)];
    const verdict = this.#verdicts.get(id);
    return verdict === undefined ? [NOT_FOUND, {}] : [OK, verdict];
  }

  /** Once accepted is accepted; what was refused is judged anew. */
  #book(bill: SentBill): PlatformVerdict {
    const known = this.#verdicts.get(bill.bill);
    if (known?.state === 'accepted') return known;
    const refusal = this.refuse(bill);
    const verdict: PlatformVerdict =
      refusal === undefined
        ? { state: 'accepted', externalNo: `P-${String(this.booked.length + 1).padStart(6, '0')}` }
        : { state: 'refused', ...refusal };
    this.#verdicts.set(bill.bill, verdict);
    if (refusal === undefined) this.booked.push(bill);
    return verdict;
  }

  #page(asked: URLSearchParams): object {
    const from = Number(asked.get('cursor') ?? '0');
    const all = this.booked.filter(
      ({ enterprise, day }) => enterprise === asked.get('enterprise') && day === asked.get('day'),
    );
    const bills = all.slice(from, from + PAGE).map(({ bill, quantity }) => {
      const verdict = this.#verdicts.get(bill);
      return { bill, quantity, externalNo: verdict?.state === 'accepted' ? verdict.externalNo : '' };
    });
    return { bills, next: from + PAGE < all.length ? String(from + PAGE) : null };
  }
}

const told = (verdict: PlatformVerdict): readonly [number, unknown] =>
  verdict.state === 'accepted'
    ? [OK, { externalNo: verdict.externalNo }]
    : [REFUSED, { code: verdict.code, text: verdict.text }];
