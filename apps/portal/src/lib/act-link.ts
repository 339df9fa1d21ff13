/** A link to the form of an act carries what the page knows: the payload's decided fields and the record as it was seen. */
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import * as z from 'zod';

const actLink = z.object({
  /** Decided by the page: not asked. */
  fixed: z.record(z.string(), z.unknown()).default({}),
  /** Proposed by the page: asked, and may be changed. */
  start: z.record(z.string(), z.unknown()).default({}),
  /** Whose sites are chosen from, and the one that is no choice; left out, all sites that the person may see. */
  sites: z.object({ of: z.string(), but: z.string() }).optional(),
  /** Batches that are chosen from; left out, all that the person's firm has. */
  batches: z.array(z.string()).optional(),
  seen: z.object({ key: z.string(), hash: z.string() }).optional(),
  /** Where to go when it is signed. */
  back: z.string().regex(/^\/(?!\/)/),
});
/** What a link to an act says. */
export type ActLink = z.infer<typeof actLink>;

/** Path of an act's form. */
export const actPath = (act: Act, link: z.input<typeof actLink>): string =>
  `/acts/${act.contract}/${act.name}?${new URLSearchParams({ link: JSON.stringify(link) }).toString()}`;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Reads a link back; undefined when it is none. */
export const parseActLink = (search: URLSearchParams): ActLink | undefined =>
  actLink.safeParse(parseJson(search.get('link') ?? '')).data;
