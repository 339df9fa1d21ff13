/** The typed client of apps, tests and story. */
import type * as z from 'zod';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { ErrorDetails } from '@yaosu/chaincode/model/kernel/errors';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { ApiError } from './api-error.js';
import type { AnyErrorCode } from './error-codes.js';
import { ERROR_RULES } from './error-rules.computed.js';
import { newEpcisClient, type EpcisClient } from './epcis-client.js';
import type { ReadAnswer, ReadName, ReadParams, READS } from './reads.js';
import type { CallAnswer, CallName, CALLS } from './calls.js';
import type { LabelQuery } from './labels.js';
import { CALL_PATHS, CODE_FILE_PATH, LABEL_PATH, READ_PATHS, UPLOAD_PATHS } from './paths.computed.js';
import { PURPOSE_HEADER } from './purposes.js';
import type { UploadName, UPLOADS } from './uploads.js';
import type { CommandReceipt } from './schemas.js';

/** What the client needs to know of an act. */
export interface ActName {
  readonly contract: string;
  readonly name: string;
}
/** On the ledger, or taken over while the ledger is away. */
export type Submitted =
  | ({ readonly state: 'committed' } & CommandReceipt)
  | { readonly state: 'received'; readonly cmd: string; readonly operation: string };

type QueryInput<N extends ReadName> = z.input<(typeof READS)[N]['query']>;

/** A client of one gateway. */
export interface Client {
  /** Used from now on; undefined logs out. */
  setToken(token: string | undefined): void;
  /** The purpose of an authority's reads from now on; firms need none. */
  setPurpose(purpose: string | undefined): void;
  /** @throws ApiError */
  read<N extends ReadName>(name: N, params: ReadParams<N>, query?: QueryInput<N>): Promise<ReadAnswer<N>>;
  /** @throws ApiError */
  call<N extends CallName>(name: N, body: z.input<(typeof CALLS)[N]['body']>): Promise<CallAnswer<N>>;
  /** Sends a file as it is. @throws ApiError */
  upload<N extends UploadName>(
    name: N,
    file: Uint8Array<ArrayBuffer>,
  ): Promise<z.output<(typeof UPLOADS)[N]['response']>>;
  /** The picture of a code with its AIs in brackets. @throws ApiError */
  label(code: string, query: LabelQuery): Promise<Blob>;
  /** The file of a finished download of codes. @throws ApiError */
  codeFile(id: string): Promise<Blob>;
  /** What blocks change, as server-sent events, until the signal. @throws ApiError */
  events(signal: AbortSignal): Promise<Response>;
  /** EPCIS 2.0 with the session of this client. */
  readonly epcis: EpcisClient;
  /** Sends a signed command; the same one may be sent again at will. @throws ApiError */
  submit(act: ActName, envelope: Envelope): Promise<Submitted>;
}

/** The path of an act's route. */
export const commandPath = (act: ActName): string => `/api/commands/${act.contract}/${act.name}`;

const EVENTS = '/api/events';

const fill = (path: string, params: Readonly<Record<string, unknown>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

const queryText = (query: Readonly<Record<string, unknown>>): string => {
  const present = Object.entries(query).filter(([, value]) => value !== undefined);
  return present.length === 0
    ? ''
    : `?${new URLSearchParams(present.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
};

const ACCEPTED = 202;

/** The refusal that an answer is. */
export const refusalOf = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => undefined);
  const { code, details } = (body ?? {}) as { code?: string; details?: ErrorDetails };
  const known = code !== undefined && Object.hasOwn(ERROR_RULES, code) ? (code as AnyErrorCode) : 'INTERNAL';
  return new ApiError(
    known,
    details ?? { status: response.status },
    response.headers.get('x-request-id') ?? undefined,
  );
};

/** A client of the gateway at `baseUrl` (empty: where the page came from). */
export const newClient = (baseUrl: string, fetch: typeof globalThis.fetch = globalThis.fetch): Client => {
  let token: string | undefined;
  let purpose: string | undefined;
  const send = async (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined)
      headers['content-type'] = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    if (purpose !== undefined) headers[PURPOSE_HEADER] = purpose;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) throw await refusalOf(response);
    return response;
  };
  return {
    setToken: (next) => {
      token = next;
    },
    setPurpose: (next) => {
      purpose = next;
    },
    read: async (name, params, query) => {
      const response = await send('GET', fill(READ_PATHS[name], params) + queryText(query ?? {}));
      return (await response.json()) as ReadAnswer<typeof name>;
    },
    call: async (name, body) => {
      const response = await send('POST', CALL_PATHS[name], canonicalJson(body));
      return (await response.json()) as CallAnswer<typeof name>;
    },
    upload: async (name, file) => {
      const response = await send('POST', UPLOAD_PATHS[name], file);
      return (await response.json()) as z.output<(typeof UPLOADS)[typeof name]['response']>;
    },
    label: async (code, query) => (await send('GET', fill(LABEL_PATH, { code }) + queryText(query))).blob(),
    codeFile: async (id) => (await send('GET', fill(CODE_FILE_PATH, { id }))).blob(),
    events: (signal) => send('GET', EVENTS, undefined, signal),
    epcis: newEpcisClient(send),
    submit: async (act, envelope) => {
      const response = await send('POST', commandPath(act), canonicalJson({ envelope }));
      const { cmd } = envelope.command;
      if (response.status === ACCEPTED) {
        return { state: 'received', cmd, operation: response.headers.get('location') ?? '' };
      }
      return { state: 'committed', ...((await response.json()) as CommandReceipt) };
    },
  };
};
