/** Reads links to the form of an act. */
import * as z from 'zod';

/** What a link may say. */
export const actLink = z.object({
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
/** What a link to an act says, with what was left out. */
export type ReadActLink = z.output<typeof actLink>;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Reads a link back; undefined when it is none. */
export const parseActLink = (search: URLSearchParams): ReadActLink | undefined =>
  actLink.safeParse(parseJson(search.get('link') ?? '')).data;
