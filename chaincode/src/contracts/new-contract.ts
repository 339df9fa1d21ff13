/** Contracts are made from the acts table: plain classes, no decorators, every function takes one envelope. */
import { Contract, type Context } from 'fabric-contract-api';
import type * as z from 'zod';
import type { Act } from '../model/kernel/define-acts.js';
import { YaosuError } from '../model/kernel/errors.js';
import type { ActTransaction } from './act-transaction.js';
import { runAct, type Handler } from './run-act.js';

/** One handler an act, typed by the act's own schemas. */
export type Handlers<A extends Readonly<Record<string, Act>>> = {
  readonly [K in keyof A]: (
    transaction: ActTransaction<z.output<A[K]['input']>>,
  ) => Promise<z.input<A[K]['output']> & object>;
};

/** A contract class as fabric-shim starts it. */
export type ContractClass = new () => Contract;

/** @throws INPUT_INVALID when there is not just one, the envelope. */
const soleArgument = ([envelope, ...others]: readonly string[]): string => {
  if (envelope === undefined || others.length > 0)
    throw new YaosuError('INPUT_INVALID', { issues: ['arguments: one envelope'] });
  return envelope;
};

/** The Contract subclass of a subject. */
export const newContract = <A extends Readonly<Record<string, Act>>>(
  name: string,
  acts: A,
  handlers: Handlers<A>,
): ContractClass => {
  const subject = class extends Contract {
    constructor() {
      super(name);
    }
  };
  for (const [fn, act] of Object.entries(acts)) {
    const handler = handlers[fn] as Handler;
    // Without named parameters the shim leaves their check to the act, which looks closer.
    const run = (ctx: Context, ...args: readonly string[]): Promise<string> =>
      runAct(ctx.stub, act, handler, soleArgument(args));
    Object.defineProperty(subject.prototype, fn, { value: run, writable: true, configurable: true });
  }
  return subject;
};
