/** Entries of the resolver: what a GS1 key leads to. The form is that in which GS1's own resolver takes them. */
import * as z from 'zod';

const MAX_TEXT = 300;
const MAX_URL = 2_000;
const MAX_LINKS = 100;

const httpUrl = z
  .string()
  .max(MAX_URL)
  .regex(/^https?:\/\/[^\s<>"]+$/);

/** A link of an entry; what stands in braces in `href` is filled from the request. */
export const resolverLink = z.strictObject({
  /** `gs1:pip`, or the whole address of a link type. */
  linktype: z
    .string()
    .max(MAX_TEXT)
    .regex(/^[a-zA-Z0-9:/._#-]+$/)
    .meta({ examples: ['gs1:pip'] }),
  href: httpUrl,
  title: z.string().min(1).max(MAX_TEXT),
  type: z
    .string()
    .max(100)
    .regex(/^\w+\/[-+.\w]+$/)
    .default('text/html'),
  hreflang: z
    .array(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
    .max(20)
    .default(['und']),
  context: z.array(z.string().max(MAX_TEXT)).max(20).default([]),
});
/** A link of an entry. */
export type ResolverLink = z.output<typeof resolverLink>;

/** What a key, and qualifiers of it, lead to. */
export const resolverEntry = z.strictObject({
  /** Primary key and value: `/01/06901004000215`. */
  anchor: z
    .string()
    .max(MAX_TEXT)
    .regex(/^\/\d{2,4}\/[^/]+$/)
    .meta({ examples: ['/01/06901004000215'] }),
  itemDescription: z.string().max(MAX_TEXT).default(''),
  defaultLinktype: resolverLink.shape.linktype.default('gs1:pip'),
  /** AI → value, or a name in braces for any value. */
  qualifiers: z
    .array(z.record(z.string().regex(/^\d{2,4}$/), z.string().max(MAX_TEXT)))
    .max(5)
    .default([]),
  links: z.array(resolverLink).max(MAX_LINKS).default([]),
});
/** What a key, and qualifiers of it, lead to. */
export type ResolverEntry = z.output<typeof resolverEntry>;

/** Body of an upload: links of the named entries and types are put in place of those before; everything else stays. */
export const resolverUpload = z.strictObject({ entries: z.array(resolverEntry).min(1).max(200) });

/** What there is of the named entries now. */
export const resolverReceipt = z.strictObject({ entries: z.int(), links: z.int() });
