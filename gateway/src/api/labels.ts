/** Labels: a code in, a picture out. */
import * as z from 'zod';

const ELEMENT_STRING = /^(\(\d{2,4}\)[!"%-'*-?A-Z_a-z]{1,90}){1,8}$/;

/** `GET /api/labels/{code}` */
export const LABELS = {
  path: '/api/labels/{code}',
  summary: 'The label of a code: GS1 DataMatrix of its element string, or QR of its Digital Link',
  params: z.strictObject({
    /** GS1 element string with the AIs in brackets. */
    code: z
      .string()
      .max(200)
      .regex(ELEMENT_STRING, 'ELEMENT_STRING')
      .meta({ examples: ['(01)06901004000216(17)281125(10)AH-2601(21)7HK2MNP4QRST'] }),
  }),
  query: z.strictObject({
    symbol: z.enum(['datamatrix', 'qr']).default('datamatrix'),
    format: z.enum(['png', 'svg']).default('png'),
  }),
  types: { png: 'image/png', svg: 'image/svg+xml' },
} as const;
/** Parameters of a label. */
export type LabelQuery = z.output<typeof LABELS.query>;
