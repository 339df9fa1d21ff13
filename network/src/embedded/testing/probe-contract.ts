import { Contract, type Context } from 'fabric-contract-api';

/** A call of the stub: its name and arguments; `iterate` reads up to a number of results of a query. */
export type Step =
  | { readonly call: string; readonly args: readonly unknown[]; readonly take?: number }
  | { readonly raise: string };

type Callable = Record<string, (...args: readonly unknown[]) => unknown>;

interface Iterator {
  next(): Promise<{ readonly done?: boolean; readonly value?: { readonly key?: string } }>;
  close(): Promise<void>;
}

/** A contract that does what it is told: its one function runs a list of stub calls and returns what they gave. */
export class ProbeContract extends Contract {
  constructor() {
    super('Probe');
  }

  async run(ctx: Context, steps: string): Promise<string> {
    const results: unknown[] = [];
    for (const step of JSON.parse(steps) as Step[]) results.push(await runStep(ctx, step));
    return JSON.stringify(results);
  }
}

/** What a peer thread imports. */
export const contracts = [ProbeContract];

async function runStep(ctx: Context, step: Step): Promise<unknown> {
  if ('raise' in step) throw new Error(step.raise);
  if (step.call === 'random') return Math.random();
  if (step.call === 'crash') return crash();
  const stub = ctx.stub as unknown as Callable;
  try {
    const result: unknown = await stub[step.call]?.(...step.args.map(fromJson));
    return step.take === undefined ? toJson(result) : await keysOf(result, step.take);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Throws where nobody catches. */
function crash(): Promise<never> {
  return new Promise(() => {
    setImmediate(() => {
      throw new Error('crash');
    });
  });
}

/** `{ hex }` stands for bytes. */
function fromJson(value: unknown): unknown {
  return isHex(value) ? Buffer.from(value.hex, 'hex') : value;
}

function isHex(value: unknown): value is { readonly hex: string } {
  return typeof value === 'object' && value !== null && 'hex' in value && typeof value.hex === 'string';
}

function toJson(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
}

async function keysOf(query: unknown, take: number): Promise<unknown> {
  const { iterator = query, metadata } = query as { iterator?: unknown; metadata?: object };
  const { results, close } = { results: iterator as Iterator, close: () => (iterator as Iterator).close() };
  const found: unknown[] = [];
  while (found.length < take) {
    const { done, value } = await results.next();
    if (done === true || value === undefined) break;
    found.push(value.key ?? value);
  }
  await close();
  return metadata ? { keys: found, ...metadata } : found;
}
