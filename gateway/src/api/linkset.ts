/** Linksets in JSON: what RFC 9264 asks for, and what GS1 asks for on top of it. */
import * as z from 'zod';

const address = z.string().regex(/^https?:\/\/[^\s]+$/);
const target = z.strictObject({
  href: address,
  title: z.string().optional(),
  'title*': z.array(z.strictObject({ value: z.string(), language: z.string().optional() })).optional(),
  type: z
    .string()
    .regex(/^\w+\/[-+.\w]+$/)
    .optional(),
  hreflang: z.array(z.string().regex(/^[A-Za-z]{2}(-[A-Za-z]{2})?$/)).optional(),
  context: z.array(z.string()).optional(),
  fwqs: z.boolean().optional(),
  public: z.boolean().optional(),
});
const titled = target.required({ title: true });

/** Members that are no relations. */
const OWN = ['anchor', 'itemDescription'] as const;
const RELATION = /^(?:[a-z][a-z0-9.-]*|https?:\/\/[^\s]+)$/;

type Context = Readonly<Record<string, unknown>>;

const relationsOf = (context: Context): readonly (readonly [string, unknown])[] =>
  Object.entries(context).filter(([name]) => !(OWN as readonly string[]).includes(name));

const isOf =
  (links: z.ZodType) =>
  (context: Context): boolean =>
    relationsOf(context).every(([name, value]) => RELATION.test(name) && links.safeParse(value).success);

/** A linkset as RFC 9264 has it. */
export const linkset = z.strictObject({
  linkset: z.array(
    z
      .looseObject({ anchor: address, itemDescription: z.string().optional() })
      .refine(isOf(z.array(target)), 'RELATION'),
  ),
});

/** A linkset as a GS1 conformant resolver gives it: every context says what it is about, every link has a title. */
export const gs1Linkset = z.strictObject({
  linkset: z.array(
    z.looseObject({ anchor: address, itemDescription: z.string() }).refine(isOf(z.array(titled)), 'RELATION'),
  ),
});
