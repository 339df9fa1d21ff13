/** Draws labels; what is no valid GS1 code is not drawn. */
import { toBuffer, toSVG } from 'bwip-js/node';
import QRCode from 'qrcode';
import { ApiError } from '../api/api-error.js';
import type { LabelQuery } from '../api/labels.js';
import { digitalLinkOf } from './digital-link.js';

const SCALE = 4;
/** Modules of the quiet zone of a DataMatrix (ISO/IEC 16022 asks for one, printers like two). */
const QUIET = 2;

const dataMatrix = (code: string, format: LabelQuery['format']): Promise<Buffer> | Buffer => {
  // A label without a background of its own is black on black for most readers.
  const options = {
    bcid: 'gs1datamatrix',
    text: code,
    scale: SCALE,
    padding: QUIET,
    backgroundcolor: 'FFFFFF',
  };
  return format === 'png' ? toBuffer(options) : Buffer.from(toSVG(options));
};

const qr = async (link: string, format: LabelQuery['format']): Promise<Buffer> =>
  format === 'png'
    ? QRCode.toBuffer(link, { type: 'png', scale: SCALE })
    : Buffer.from(await QRCode.toString(link, { type: 'svg' }));

/** The picture of a code. @throws ApiError QUERY_INVALID for a wrong check digit, an unknown AI, or a code without key */
export const drawLabel = async (code: string, { symbol, format }: LabelQuery): Promise<Buffer> => {
  const link = digitalLinkOf(code);
  if (link === undefined) throw new ApiError('QUERY_INVALID', { issues: ['code: no GTIN, no SSCC'] });
  try {
    // The same library checks the elements of both symbols.
    const matrix = await dataMatrix(code, format);
    return symbol === 'datamatrix' ? matrix : await qr(link, format);
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'unreadable';
    throw new ApiError('QUERY_INVALID', { issues: [`code: ${reason}`] });
  }
};
