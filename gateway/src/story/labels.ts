/** Labels of a pack, downloaded as a packing line would. */
import { GTIN } from './serials.js';
import type { Stage } from './stage.js';

const SIGNATURES = { 'image/png': '89504e470d0a1a0a', 'image/svg+xml': Buffer.from('<svg').toString('hex') };
const LEAST_BYTES = 200;

type Type = keyof typeof SIGNATURES;

const download = async (stage: Stage, login: string, path: string, type: Type): Promise<void> => {
  const { token, url } = await stage.as(login);
  const response = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const contentType = response.headers.get('content-type')?.split(';')[0];
  const signature = bytes.toString('hex').slice(0, SIGNATURES[type].length);
  const seen = { status: response.status, contentType, signature, isEmpty: bytes.length < LEAST_BYTES };
  const expected = { status: 200, contentType: type, signature: SIGNATURES[type], isEmpty: false };
  stage.same(path, seen, expected);
};

/** DataMatrix and QR of a pack, as PNG and SVG. @returns what they were made of */
export const downloadLabels = async (stage: Stage, serial: string, lot: string): Promise<string> => {
  const expiry = stage.day(720).replaceAll('-', '').slice(2);
  const code = `(01)${GTIN}(17)${expiry}(10)${lot}(21)${serial}`;
  for (const symbol of ['datamatrix', 'qr']) {
    for (const [format, type] of [
      ['png', 'image/png'],
      ['svg', 'image/svg+xml'],
    ] as const) {
      const path = `/api/labels/${encodeURIComponent(code)}?symbol=${symbol}&format=${format}`;
      await download(stage, 'maker-production', path, type);
    }
  }
  return 'DataMatrix and QR of a pack downloaded as PNG and SVG';
};
