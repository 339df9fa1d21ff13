/** Software of an enterprise that speaks to its enterprise node. */
import type { HandleValue, TemplateItem } from '../api/identifiers.js';

/** What came back. */
export interface Spoken {
  /** Of HTTP. */
  readonly http: number;
  readonly body: {
    readonly message?: string;
    readonly status?: number;
    readonly code?: number | string;
    readonly data?: unknown;
  };
}

/** A value as it is handed in. */
export const valueAt = (index: number, type: string, value: string, auth = ''): HandleValue => ({
  ...{ index, type, data: { format: 'string', value }, auth },
});

/** An item as it is handed in: up to ten characters. */
export const itemAt = (idIndex: number, idType: string, required = false): TemplateItem => ({
  ...{ name: `名称${idIndex}`, idType, idIndex, required, state: 1 },
  metadata: { type: 'string', minLength: 1, maxLength: 200 },
});

/** Speaks with or without a token. */
export class HandleClient {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(url: string, token?: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Asks; redirects are followed, which is how nodes lead on. */
  async ask(method: string, path: string, body?: unknown): Promise<Spoken> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { http: response.status, body: (await response.json()) as Spoken['body'] };
  }

  /** An operation of DOIP. */
  doip(operation: string, target: string, body?: object, method = 'POST'): Promise<Spoken> {
    const query = new URLSearchParams({ targetId: target, operationId: operation });
    return this.ask(method, `/api/v1/doip?${query.toString()}`, body);
  }

  /** Makes a template. */
  template(prefix: string, version: string, items: readonly TemplateItem[]): Promise<Spoken> {
    return this.ask('POST', '/snms/api/v5/template', {
      ...{ prefix, version, industryCategory: 'C', industrySpecific: '27', industryTrade: '272' },
      ...{ industrySubclass: '2720', type: 2, description: '药品', items },
    });
  }

  /** Registers an identifier. */
  register(handle: string, templateVersion: string, value: readonly HandleValue[]): Promise<Spoken> {
    return this.ask('POST', '/identityv2/data', { handle, templateVersion, value });
  }

  /** What the node says of an identifier. */
  detail(handle: string): Promise<Spoken> {
    return this.ask('GET', `/identityv2/data/detail?handle=${encodeURIComponent(handle)}`);
  }
}
