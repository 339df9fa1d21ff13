/** A plain EPCIS 2.0 client, as a partner's software would be: it knows a URL and a bearer token. */

/** JSON of an event, job or document. */
export type EpcisJson = Readonly<Record<string, unknown>>;

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const BASE = '/epcis/v2';

/** An event of the standard's simplest kind. */
export const sampleEvent = (changes: EpcisJson = {}): EpcisJson => ({
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00.000+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: ['urn:epc:id:sscc:6901234.0000000017'],
  ...changes,
});

/** A document with these events. */
export const sampleDocument = (eventList: readonly EpcisJson[]): EpcisJson => ({
  '@context': [CONTEXT],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-20T00:00:00Z',
  epcisBody: { eventList },
});

interface Answer {
  readonly epcisBody: {
    readonly queryResults: { readonly resultsBody: { readonly eventList: EpcisJson[] } };
  };
}

/** A client with a session. */
export class EpcisClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#headers = { authorization: `Bearer ${token}` };
  }

  /** Sends a document as it is. */
  post(body: string): Promise<Response> {
    const headers = { ...this.#headers, 'content-type': 'application/ld+json' };
    return fetch(`${this.#url}${BASE}/capture`, { method: 'POST', headers, body });
  }

  /** Captures events. @returns path of the job; @throws when they are refused */
  async capture(events: readonly EpcisJson[]): Promise<string> {
    const response = await this.post(JSON.stringify(sampleDocument(events)));
    const location = response.headers.get('location');
    if (response.status !== 202 || location === null) throw new Error(await response.text());
    return location;
  }

  /** Posts JSON below the root of EPCIS. @throws when it is refused */
  async make(path: string, body: EpcisJson): Promise<EpcisJson> {
    const headers = { ...this.#headers, 'content-type': 'application/json' };
    const response = await fetch(`${this.#url}${BASE}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as EpcisJson;
  }

  /** A job by its path. */
  async job(path: string): Promise<EpcisJson> {
    const response = await fetch(`${this.#url}${path}`, { headers: this.#headers });
    return (await response.json()) as EpcisJson;
  }

  /** Events of a query. */
  async events(query: string): Promise<readonly EpcisJson[]> {
    const response = await fetch(`${this.#url}${BASE}/events?${query}`, { headers: this.#headers });
    return ((await response.json()) as Answer).epcisBody.queryResults.resultsBody.eventList;
  }
}
