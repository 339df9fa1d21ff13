/** Asks as somebody, and what came back: all of it that could tell something. */
import type { Headers } from './sessions.js';

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** Asks a path; with a body it is a POST, as the closure is. */
export const ask = async (url: string, path: string, headers: Headers, body?: object): Promise<Answer> => {
  const posted =
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  const response = await fetch(`${url}${path}`, posted);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

/** Status of a stream, whose body never ends. */
export const openStream = async (url: string, path: string, headers: Headers): Promise<number> => {
  const stop = new AbortController();
  const { status } = await fetch(`${url}${path}`, { headers, signal: stop.signal });
  stop.abort();
  return status;
};

/** The code of a refusal; the status of anything else. */
export const codeOf = ({ status, text }: Answer): string | number => {
  if (status < 400) return status;
  const { code } = JSON.parse(text) as { readonly code?: string };
  return code ?? status;
};

/** All pages of a list, one after the other. */
export const askPages = async (url: string, path: string, headers: Headers): Promise<Answer> => {
  const first = await ask(url, path, headers);
  let text = first.text;
  let next = nextOf(first);
  while (next !== null) {
    const page = await ask(url, `${path}&cursor=${encodeURIComponent(next)}`, headers);
    text += page.text;
    next = nextOf(page);
  }
  return { ...first, text };
};

const nextOf = ({ status, text }: Answer): string | null =>
  status === 200 ? ((JSON.parse(text) as { readonly next?: string | null }).next ?? null) : null;
