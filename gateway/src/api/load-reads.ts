/** The read of loads on their way: where each is, what was read last, and whether it may still be released. */
import { gln } from '@yaosu/chaincode/model/enterprise/schemas';
import { digest, enterpriseId, officialNumber, recordId } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { SHIPMENT_STATES } from '@yaosu/chaincode/model/shipment/states';
import { centiCelsius, limit } from '@yaosu/chaincode/model/telemetry/schemas';
import * as z from 'zod';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';

/**
 * How a load stands, the worst first: an excursion waits for its disposition, the last page of a logger proves nothing, nothing
 * was read yet, all that was read is in range or decided, no profile says what the goods bear.
 */
export const LOAD_ALARMS = ['pending', 'notProven', 'unread', 'inRange', 'noProfile'] as const;
/** One of {@link LOAD_ALARMS}. */
export type LoadAlarm = (typeof LOAD_ALARMS)[number];

const where = z.strictObject({ enterprise: enterpriseId, site: gln.nullable() });

/** A load. */
export const loadView = z
  .strictObject({
    shipment: recordId,
    noteNo: officialNumber,
    state: z.enum(SHIPMENT_STATES),
    alarm: z.enum(LOAD_ALARMS),
    consignor: enterpriseId,
    /** Who has the load, since when; the site when it has arrived at one. */
    at: where.extend({ since: instant.nullable() }),
    /** Where it is to go: the accepted way out, else the consignee; null when it is there or was refused. */
    next: where.nullable(),
    /** The newest reading of all loggers on board; null when nothing was read. */
    last: z.strictObject({ logger: digest, at: instant, centiCelsius }).nullable(),
    /** What the product bears; null when the shipment names no profile. */
    profile: z
      .strictObject({
        limits: z.array(limit),
        neverFreeze: z.boolean(),
        budgetMinutes: z.int(),
        /** By the peers' rule, were all that waits released as measured; below zero it cannot be. */
        budgetLeftMinutes: z.int(),
      })
      .nullable(),
    excursions: z.strictObject({ waiting: z.int(), disposed: z.int() }),
    block: z.int(),
  })
  .meta({ id: 'Load' });
/** A load. */
export type LoadView = z.output<typeof loadView>;

/** Filter of the list. */
export const loadQuery = { alarm: z.enum(LOAD_ALARMS).optional() } as const;

/** Name → definition. */
export const LOAD_READS = {
  loads: read({
    path: '/api/loads',
    summary: 'Loads on their way that the caller may see, those with an alarm first, then the newest',
    access: 'session',
    params: none,
    query: page.extend(loadQuery),
    response: z.strictObject({ ...asOf, ...cursor, loads: z.array(loadView) }),
  }),
} as const;
