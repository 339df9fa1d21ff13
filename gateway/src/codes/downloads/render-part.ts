/** What a download writes for a part of its codes. */
import { csvLine } from '../../api/csv-line.js';
import type { DownloadSpec } from '../../api/downloads.js';
import { digitalLinkOf } from '../../labels/digital-link.js';
import { drawLabel, labelOf } from '../../labels/draw-label.js';
import { pdfOf } from '../../labels/draw-pdf.js';
import { tarEntry, TAR_END } from './tar.js';

const DIGITS = 9;
const numbered = (place: number): string => String(place).padStart(DIGITS, '0');

/** The element string of a pack, AIs in brackets. */
export const codeOf = ({ gtin, lot, expiry }: DownloadSpec, serial: string): string =>
  [
    `(01)${gtin}`,
    expiry === null ? '' : `(17)${expiry.replaceAll('-', '').slice(2)}`,
    lot === null ? '' : `(10)${lot}`,
    `(21)${serial}`,
  ].join('');

/** Bytes for the serials from a place of the download on. */
export const renderPart = (spec: DownloadSpec, first: number, serials: readonly string[]): Buffer => {
  const { format, symbol } = spec;
  const codes = serials.map((serial) => codeOf(spec, serial));
  if (format === 'csv') {
    const lines = codes.map((code, i) =>
      csvLine([spec.gtin, serials[i] ?? '', code, digitalLinkOf(code) ?? '']),
    );
    return Buffer.from(lines.join(''));
  }
  if (format === 'zpl') return Buffer.concat(codes.map((code) => drawLabel(code, { symbol, format })));
  if (format === 'pdf') {
    const name = `labels-${numbered(first + 1)}-${numbered(first + codes.length)}.pdf`;
    return tarEntry(name, pdfOf(codes.map((code) => labelOf(code, symbol))));
  }
  return Buffer.concat(
    codes.map((code, i) =>
      tarEntry(`${numbered(first + i + 1)}.${format}`, drawLabel(code, { symbol, format })),
    ),
  );
};

/** What stands before the first and after the last part. */
export const frameOf = ({ format }: DownloadSpec): { readonly head: Buffer; readonly tail: Buffer } => ({
  head: Buffer.from(format === 'csv' ? 'gtin,serial,code,link\r\n' : ''),
  tail: format === 'csv' || format === 'zpl' ? Buffer.alloc(0) : TAR_END,
});
