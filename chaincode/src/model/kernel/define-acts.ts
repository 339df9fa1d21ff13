/** Acts are a table: contract, route, client, OpenAPI, outbox and signing screen are all derived from it. */
import type * as z from 'zod';
import type { EnterpriseRole, KeyFunction } from '../enterprise/states.js';
import type { Meaning } from './command.js';
import type { ErrorCode } from './errors.js';
import type { KeyType } from './keys.js';
import type { Wanted } from '../stock/wanted.js';

/**
 * - `permission`: refused when a rule forbids it or when the signer saw an older record.
 * - `fact`: has happened; recorded when well-formed and signed, a broken rule is recorded with it.
 * - `consequence`: demanded by the ledger's state alone, signed by a gateway's host key.
 */
export type ActKind = 'permission' | 'fact' | 'consequence';

/** Which key kinds suffice for a class stands on the ledger (`set~kinds`). */
export type SignatureClass = 'quality' | 'person' | 'machine' | 'consequence' | 'root';

/** Who may be a party of an act. */
export interface PartyRule {
  /** The enterprise holds at least one of these roles; `any` when every enterprise may. */
  readonly roles: readonly EnterpriseRole[] | 'any';
  /** The key holds at least one of these functions; empty when every person of the enterprise may. */
  readonly functions: readonly KeyFunction[];
  /** The party's key stands in the payload, not yet on the ledger: signing proves its possession. */
  readonly introduced?: true;
  /** The act can be signed without this party; the handler says when it cannot. */
  readonly optional?: true;
}

/**
 * An organisation whose peer endorses the act: the Regulator's, another one where it would stand alone (`witness`), all others, the
 * host of a party, or the host of the enterprise that a field of the payload names.
 */
export type EndorserRule =
  | 'regulator'
  | 'witness'
  | 'others'
  | { readonly hostOf: string }
  | { readonly hostNamedIn: string }
  | { readonly organisationNamedIn: string };

/** Bytes that ride in the transient map under a digest that is signed; they lie sealed in the vault. */
export interface Carried {
  readonly name: string;
  readonly digest: string;
}

/** One act as its subject defines it. */
export interface ActDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly kind: ActKind;
  readonly signature: SignatureClass;
  readonly meaning: Meaning;
  /** Parties by their role in the act, in the order in which they sign. */
  readonly parties: Readonly<Record<string, PartyRule>>;
  readonly input: I;
  readonly output: O;
  readonly subject: KeyType;
  /**
   * Keys of the lanes in which a relay sends the act, so that writes of one record do not race; the first is the
   * command's subject.
   */
  declares(payload: z.output<I>): readonly string[];
  /** Stock that the act spends, for which the gateway proposes parcels (`picks`), in the order in which they are used. */
  takes?(payload: z.output<I>, enterpriseOf: (role: string) => string): readonly Wanted[];
  /**
   * The two enterprises between whom the act stays: it writes to the collection of their hosts, its `cmd~` too, and nothing
   * in public. It is endorsed by members of that collection alone.
   */
  confidential?(payload: z.output<I>, enterpriseOf: (role: string) => string): readonly [string, string];
  /** What the peers are given beside the command. */
  carries?(payload: z.output<I>): readonly Carried[];
  /** The act makes its subject; the code when that is there already. */
  readonly creates?: ErrorCode;
  readonly endorsers: readonly EndorserRule[];
  readonly emits: readonly string[];
  readonly errors: readonly ErrorCode[];
}

/** An act with its place in the table. */
export type Act<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = ActDefinition<I, O> & {
  readonly contract: string;
  readonly name: string;
};

/** Lets the compiler infer the schemas of one act. */
export const act = <I extends z.ZodType, O extends z.ZodType>(
  definition: ActDefinition<I, O>,
): ActDefinition<I, O> => definition;

/** The acts of one contract. */
export type ActsOf<T> = {
  readonly [K in keyof T]: T[K] & { readonly contract: string; readonly name: string };
};

/** Names every act of a contract after its key in the table. */
export const defineActs = <T extends Readonly<Record<string, unknown>>>(
  contract: string,
  acts: T,
): ActsOf<T> =>
  Object.fromEntries(
    Object.entries(acts).map(([name, definition]) => [name, { ...(definition as object), contract, name }]),
  ) as ActsOf<T>;
