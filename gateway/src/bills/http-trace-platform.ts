/** A trace platform by HTTP; the protocol is described in `docs/operations/trace-platform.md`. */
import * as z from 'zod';
import { JsonClient, type JsonClientOptions } from '../connectors/json-client.js';
import type { ListedPage, PlatformVerdict, SentBill, TracePlatform } from './trace-platform.js';

const OK = 200;
const CREATED = 201;
const NOT_FOUND = 404;
const REFUSED = 422;

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

/** Speaks to a platform at an address. */
export class HttpTracePlatform implements TracePlatform {
  readonly name: string;
  readonly #client: JsonClient;

  constructor(options: JsonClientOptions) {
    this.#client = new JsonClient(options);
    this.name = this.#client.name;
  }

  async send(bill: SentBill): Promise<PlatformVerdict> {
    const { status, json } = await this.#client.ask({
      ...{ method: 'POST', path: '/bills', json: bill },
      headers: { 'idempotency-key': bill.bill },
    });
    if (status === OK || status === CREATED) return { state: 'accepted', ...externalNo.parse(json) };
    if (status === REFUSED) return { state: 'refused', ...refusal.parse(json) };
    throw new Error(`HTTP ${String(status)}`);
  }

  async find(bill: string): Promise<PlatformVerdict | undefined> {
    const { status, json } = await this.#client.ask({ method: 'GET', path: `/bills/${bill}` });
    if (status === NOT_FOUND) return undefined;
    if (status === OK) return verdict.parse(json);
    throw new Error(`HTTP ${String(status)}`);
  }

  async billsOf(enterprise: string, day: string, cursor: string | null): Promise<ListedPage> {
    const query = new URLSearchParams({ enterprise, day, ...(cursor === null ? {} : { cursor }) });
    const { status, json } = await this.#client.ask({ method: 'GET', path: `/bills?${query.toString()}` });
    if (status === OK) return listedPage.parse(json);
    throw new Error(`HTTP ${String(status)}`);
  }
}
