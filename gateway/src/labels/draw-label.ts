/** Draws labels; what is no valid GS1 code is not drawn. */
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';
import { ApiError } from '../api/api-error.js';
import type { LabelQuery } from '../api/labels.js';
import { digitalLinkOf } from './digital-link.js';
import { pdfOf, type Label } from './draw-pdf.js';
import { pngOf } from './draw-png.js';
import { svgOf } from './draw-svg.js';
import { zplOf } from './draw-zpl.js';
import { modulesOf, type LabelSymbol } from './modules.js';

const SCALE = 4;

/** What people read beside a symbol: an element a line. */
const linesOf = (code: string): readonly string[] =>
  explainScan(code).elements.map(([ai, value]) => `(${ai}) ${value}`);

/** A code as a label. @throws ApiError QUERY_INVALID for a wrong check digit, an unknown AI, a code without key */
export const labelOf = (code: string, symbol: LabelSymbol): Label => {
  const link = digitalLinkOf(code);
  if (link === undefined) throw new ApiError('QUERY_INVALID', { issues: ['code: no GTIN, no SSCC'] });
  try {
    return { modules: modulesOf(symbol, code, link), lines: linesOf(code) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : 'unreadable';
    throw new ApiError('QUERY_INVALID', { issues: [`code: ${reason}`] });
  }
};

const DRAW: Readonly<Record<LabelQuery['format'], (label: Label) => Buffer>> = {
  png: ({ modules }) => pngOf(modules, SCALE),
  svg: ({ modules }) => svgOf(modules, SCALE),
  pdf: (label) => pdfOf([label]),
  zpl: zplOf,
};

/** The picture of a code. @throws ApiError QUERY_INVALID as {@link labelOf} */
export const drawLabel = (code: string, { symbol, format }: LabelQuery): Buffer =>
  DRAW[format](labelOf(code, symbol));
