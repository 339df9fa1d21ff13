/** A trace platform on this machine that speaks the protocol and, as told, refuses. */
import type { PlatformVerdict, SentBill } from '../bills/trace-platform.js';
import { FatefulServer, type Arrived, type Told } from './fateful-server.js';

const OK = 200;
const NOT_FOUND = 404;
const REFUSED = 422;
const PAGE = 2;

/** The platform. */
export class SimulatedPlatform extends FatefulServer {
  /** Bills that were carried out, each time that one was, in that order. */
  readonly booked: SentBill[] = [];
  /** Authorization headers. */
  readonly tokens = new Set<string | undefined>();
  /** Kinds of request in their order. */
  readonly asked: ('send' | 'find' | 'list')[] = [];
  /** Says why a bill is refused; undefined: it is not. */
  refuse: (bill: SentBill) => { readonly code: string; readonly text: string } | undefined = () => undefined;
  readonly #verdicts = new Map<string, PlatformVerdict>();

  constructor() {
    super((arrived) => this.#answer(arrived));
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

  #answer({ method, url: { pathname, searchParams }, body, headers }: Arrived): Told {
    this.tokens.add(headers.authorization);
    if (method === 'POST') {
      this.asked.push('send');
      const bill = JSON.parse(body) as SentBill;
      return told(this.#book(bill));
    }
    const [, , id] = pathname.split('/');
    this.asked.push(id === undefined ? 'list' : 'find');
    if (id === undefined) return { status: OK, body: this.#page(searchParams) };
    const verdict = this.#verdicts.get(id);
    return verdict === undefined ? { status: NOT_FOUND, body: {} } : { status: OK, body: verdict };
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

const told = (verdict: PlatformVerdict): Told =>
  verdict.state === 'accepted'
    ? { status: OK, body: { externalNo: verdict.externalNo } }
    : { status: REFUSED, body: { code: verdict.code, text: verdict.text } };
