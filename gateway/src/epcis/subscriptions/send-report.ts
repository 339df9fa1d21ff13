/** Posts reports to addresses of subscribers. */
import { createHmac } from 'node:crypto';
import { guardedRequest, problemText, type AllowedTargets } from '../../http/guarded-request.js';

const FIRST_OK = 200;
const AFTER_OK = 300;

/** A report on its way. */
export interface Report {
  readonly dest: string;
  readonly body: string;
  /** The subscriber's secret; undefined: unsigned. */
  readonly signatureToken: string | undefined;
  /** The same for the same report, whatever number of times it has to be sent. */
  readonly delivery: string;
}

const headersOf = ({ body, signatureToken, delivery }: Report): Record<string, string> => ({
  'content-type': 'application/json',
  'content-length': String(Buffer.byteLength(body)),
  'GS1-EPCIS-Version': '2.0.0',
  'GS1-CBV-Version': '2.0.0',
  'Yaosu-Delivery': delivery,
  ...(signatureToken === undefined
    ? {}
    : { 'GS1-Signature': `sha256=${createHmac('sha256', signatureToken).update(body).digest('hex')}` }),
});

/** Posts a report. Redirects are not followed. @returns what went wrong; undefined when it was acknowledged */
export const sendReport = async (
  report: Report,
  allowed: AllowedTargets,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const { dest: url, body } = report;
  try {
    const answer = await guardedRequest(
      { method: 'POST', url, headers: headersOf(report), body },
      allowed,
      signal,
    );
    answer.resume();
    const status = answer.statusCode ?? 0;
    return status >= FIRST_OK && status < AFTER_OK ? undefined : `HTTP ${String(status)}`;
  } catch (error) {
    return problemText(error);
  }
};
