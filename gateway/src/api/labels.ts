/** Labels: a code in, a picture out. */
import * as z from 'zod';

const ELEMENT_STRING = /^(\(\d{2,4}\)[!"%-'*-?A-Z_a-z]{1,90}){1,8}$/;

/** Symbols of a label: GS1 DataMatrix, QR of the Digital Link, GS1-128. */
export const LABEL_SYMBOLS = ['datamatrix', 'qr', 'gs1-128'] as const;
/** What a label is drawn as: the symbol alone, or with its text as a page or for a printer. */
export const LABEL_FORMATS = ['png', 'svg', 'pdf', 'zpl'] as const;

/** `GET /api/labels/{code}` */
export const LABELS = {
  path: '/api/labels/{code}',
  summary: 'The label of a code: GS1 DataMatrix or GS1-128 of its element string, or QR of its Digital Link',
  params: z.strictObject({
    /** GS1 element string with the AIs in brackets. */
    code: z
      .string()
      .max(200)
      .regex(ELEMENT_STRING, 'ELEMENT_STRING')
      .meta({ examples: ['(01)06901004000216(17)281125(10)AH-2601(21)7HK2MNP4QRST'] }),
  }),
  query: z.strictObject({
    symbol: z.enum(LABEL_SYMBOLS).default('datamatrix'),
    format: z.enum(LABEL_FORMATS).default('png'),
  }),
  types: { png: 'image/png', svg: 'image/svg+xml', pdf: 'application/pdf', zpl: 'application/zpl' },
} as const;
/** Parameters of a label. */
export type LabelQuery = z.output<typeof LABELS.query>;
