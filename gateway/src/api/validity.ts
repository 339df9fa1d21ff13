/** The read of what runs out: papers of the own firm and of those it depends on, and what their end does. */
import { KEY_FUNCTIONS } from '@yaosu/chaincode/model/enterprise/states';
import { enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { day } from '@yaosu/chaincode/model/kernel/time';
import { EFFECTS, PAPER_KINDS } from '@yaosu/chaincode/model/validity/states';
import * as z from 'zod';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';

/** Days that are looked ahead when nobody says until when. */
export const USUAL_DAYS = 90;

/** Whose matter a paper is: the own firm's, or that of one it depends on. */
export const WHOSE = ['own', 'partner'] as const;

/** An act that asks for the paper, and the open records of the caller that it carries and nothing carries after it. */
const blockedAct = z.strictObject({
  /** Contract and act. */
  act: z.string(),
  effect: z.enum(EFFECTS),
  records: z.array(
    z.strictObject({
      key: z.string(),
      /** What people call it, where it has such a name. */
      name: z.string().nullable(),
      /** The act is its next step; otherwise it goes on, and only what would follow it is met. */
      isNext: z.boolean(),
    }),
  ),
});

/** Something that is good until a day. */
export const paperView = z
  .strictObject({
    id: z.string(),
    /** The record that says so. */
    key: z.string(),
    kind: z.enum(PAPER_KINDS),
    /** Number of a licence, name of a function, id of the key, logger, document or audited material. */
    number: z.string(),
    /** What the people may do whose key it is; empty for everything else. */
    functions: z.array(z.enum(KEY_FUNCTIONS)),
    /** Whose paper it is; of an audit or a grant the other firm. */
    firm: enterpriseId,
    whose: z.enum(WHOSE),
    /** Its last day, UTC. */
    validUntil: day,
    /** Whole days until then on the day of asking, negative when it is over. */
    daysLeft: z.int(),
    blocks: z.array(blockedAct),
  })
  .meta({ id: 'Paper' });
/** Something that is good until a day. */
export type PaperView = z.output<typeof paperView>;

/** Filters of the list. */
export const validityQuery = {
  until: day.optional(),
  kind: z.enum(PAPER_KINDS).optional(),
  whose: z.enum(WHOSE).optional(),
} as const;

/** Name → definition. */
export const VALIDITY_READS = {
  validity: read({
    path: '/api/validity',
    summary:
      "What runs out until a day of the caller's firm and of those it depends on, the soonest first, and what that does",
    access: 'session',
    params: none,
    query: page.extend(validityQuery),
    response: z.strictObject({ ...asOf, ...cursor, papers: z.array(paperView) }),
  }),
} as const;
