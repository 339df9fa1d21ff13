/** The probe: a contract that makes the stub calls it is told to make and says what each of them gave. */
import { Contract, type Context } from 'fabric-contract-api';
import { parseOps, type Json, type Op } from './json.js';
import { textAt } from './probe-args.js';
import { OPS } from './probe-ops.js';
import { showError } from './probe-show.js';

/** What a function of the contract can return; Node's contract API turns each into bytes its own way. */
const RETURNS: Readonly<Record<string, unknown>> = {
  undefined,
  number: 5,
  object: {},
  buffer: Buffer.from([1, 2]),
  empty: '',
};

/** The only contract of the parity rows, installed under several names with different policies. */
export class ProbeContract extends Contract {
  constructor() {
    super('Probe');
  }

  /** Run a JSON list of stub calls and return a JSON list of what each gave, `{error}` where it threw. */
  async run(ctx: Context, list: string): Promise<string> {
    const results: Json[] = [];
    for (const op of parseOps(list)) results.push(await runOp(ctx, op));
    return JSON.stringify(results);
  }

  /** Return one of the forms that a function can return. */
  give(_: Context, form: string): Promise<unknown> {
    return Promise.resolve(RETURNS[form]);
  }
}

async function runOp(ctx: Context, [name, ...args]: Op): Promise<Json> {
  if (name === 'throw') throw new Error(textAt(args, 0));
  const act = OPS[name];
  if (!act) throw new Error(`no such stub call: ${name}`);
  try {
    return await act(ctx, args);
  } catch (thrown) {
    return { error: showError(thrown) };
  }
}
