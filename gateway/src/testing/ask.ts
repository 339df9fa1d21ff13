/** One request over HTTP or HTTPS, with the trust that a test gives and nothing besides. */
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';

/** What came back. */
export interface Asked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** @throws when nobody listens, or the certificate is not trusted */
export const ask = (
  url: string,
  { ca, headers = {} }: { readonly ca?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? secureRequest : plainRequest;
    const options = {
      headers: { accept: 'text/html', ...headers },
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    };
    request(url, options, (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      text(response).then((body) => resolve({ status, headers: answered, body }), reject);
    })
      .on('error', reject)
      .end();
  });
