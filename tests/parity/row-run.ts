/** One run of one row: its held envelopes, the names of its transactions, the prefix of its keys. */
import { checkChain } from './check-chain.js';
import { codeName } from './code-name.js';
import type { Held, ParityDriver, ProbeCall } from './driver.js';
import { parseJson, type Json, type Op } from './json.js';
import { showBytes } from './probe-show.js';
import { C, HELD, L, M, type CallOptions, type Step } from './row.js';

/** What peers say of a run in their errors. */
const RUN_WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/(?<=transaction ID: |txID |txid: |txid \[)[0-9a-f]{64}/gi, '<tx>'],
  [/(?<=BlockNum: )\d+/g, '#'],
  [/(?<=Creator \[)[0-9a-f]+/g, '#'],
];
const FILLER: CallOptions = { on: 'weak', endorsers: [M] };

type Does = { readonly [Kind in Step['do']]: (step: Extract<Step, { readonly do: Kind }>) => Promise<Json> };

export class RowRun {
  readonly #held = new Map<string, Held>();
  readonly #names = new Map<string, string>();

  constructor(
    private readonly driver: ParityDriver,
    private readonly prefix: string,
    private readonly from: bigint,
  ) {}

  /** What a step observes. @throws LedgerError when the call failed. */
  take(step: Step): Promise<Json> {
    const act = this.#does[step.do] as (step: Step) => Promise<Json>;
    return act(step);
  }

  /** Takes out of an observation what differs from run to run: prefix, transaction ids, block numbers, certificates. */
  normalise(observed: Json): Json {
    let text = JSON.stringify(observed).replaceAll(this.prefix, '~');
    for (const [txId, name] of this.#names) text = text.replaceAll(txId, `<${name}>`);
    for (const [pattern, word] of RUN_WORDS) text = text.replaceAll(pattern, word);
    return parseJson(text);
  }

  readonly #does: Does = {
    hold: async ({ name, ops, options }) => {
      this.#keep(name, await this.driver.endorse(this.#newCall(ops, options)));
      return HELD;
    },
    call: async ({ name, ops, options }) => {
      const held = await this.driver.endorse(this.#newCall(ops, options));
      this.#keep(name, held);
      const [code] = await this.#codesOf([held]);
      return { code: code ?? 'none', results: showResult(held.result) };
    },
    read: async ({ ops, options }) =>
      showResult(await this.driver.evaluate(this.#newCall(ops, { endorsers: 'planned', ...options }))),
    submit: async ({ names }) => this.#codesOf(names.map((name) => this.#heldAs(name))),
    forge: ({ name, mspId }) => {
      this.#keep(name, this.driver.forge(this.#heldAs(name), mspId));
      return Promise.resolve(HELD);
    },
    endorseAgain: async ({ name }) => {
      await this.driver.endorseAgain(this.#heldAs(name));
      return HELD;
    },
    blocks: async ({ count }) => {
      for (let n = 0; n < count; n++) {
        await this.#codesOf([await this.driver.endorse(this.#newCall([['put', '~filler', '']], FILLER))]);
      }
      return count;
    },
    upgrade: async ({ chaincode }) => {
      await this.driver.upgrade(chaincode);
      return 'upgraded';
    },
    events: async () => {
      const seen = await this.driver.events(this.from);
      return seen.map(({ txId, name, payload }) => [txId, name, showBytes(payload)]);
    },
    chain: () => checkChain(this.driver),
  };

  async #codesOf(held: readonly Held[]): Promise<readonly string[]> {
    const fates = await this.driver.submit(held);
    const oneBlock = fates.every(({ block }) => block === fates[0]?.block);
    if (!oneBlock) throw new Error('the envelopes did not come into one block');
    return fates.map(({ code }) => codeName(code));
  }

  #keep(name: string, held: Held): void {
    this.#held.set(name, held);
    this.#names.set(held.txId, name);
  }

  #heldAs(name: string): Held {
    const held = this.#held.get(name);
    if (!held) throw new Error(`nothing is held as ${name}`);
    return held;
  }

  #newCall(ops: readonly Op[], options: CallOptions): ProbeCall {
    const { on = 'probe', by = M, endorsers = [M, C, L], raw, pad = 0, transient } = options;
    const padded: readonly Op[] = pad > 0 ? [...ops, ['pad', 'x'.repeat(pad)]] : ops;
    const run = { contract: 'Probe', fn: 'run', args: [JSON.stringify(padded).replaceAll('~', this.prefix)] };
    return {
      chaincode: on,
      by,
      endorsers: endorsers === 'planned' ? [] : endorsers,
      ...(raw ?? run),
      ...(transient ? { transient: parseTransient(transient) } : {}),
    };
  }
}

function parseTransient(transient: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(transient).map(([name, text]) => [name, Buffer.from(text)]));
}

/** The list that the probe returned, or the text where it returned something else. */
function showResult(result: Uint8Array): Json {
  const text = showBytes(result);
  return text.startsWith('[') ? parseJson(text) : text;
}
