/** What anybody who holds a pack may know of it: its code, which nobody can guess, is the key. */
import { RECALL_CLASSES } from '@yaosu/chaincode/model/recall/states';
import * as z from 'zod';
import { asOf } from './schemas.js';

/** How far a code is known here. */
export const PACK_STATUSES = ['notKnown', 'notUsed', 'commissioned'] as const;

/** Answer about a pack; `notKnown` is byte for byte the same for a made-up code and for one of another host. */
export const packStatusView = z.strictObject({
  ...asOf,
  status: z.enum(PACK_STATUSES),
  /** Name of who issued the code. */
  issuer: z.string().nullable(),
  /** Last day of use of the batch. */
  usableUntil: z.string().nullable(),
  /** What became of this pack alone. */
  unit: z.enum(['dispensed', 'reversed', 'decommissioned']).nullable(),
  /** Open recalls of its batch; drills are none. */
  recalls: z.array(z.strictObject({ class: z.enum(RECALL_CLASSES), openedAt: z.string() })),
});
/** Answer about a pack. */
export type PackStatus = Omit<z.output<typeof packStatusView>, 'asOfBlock'>;
