/** What a client asks for when it subscribes to a named query (EPCIS 2.0, section 12.8). */
import * as z from 'zod';
import { time, uri } from '@yaosu/chaincode/model/epcis/json-parts';
import { canonicalTime } from '@yaosu/chaincode/model/epcis/canonical-values';
import { ApiError } from '../../api/api-error.js';
import { schedule, type Schedule } from './schedule.js';

const MAX_DEST = 2048;
const MAX_TOKEN = 512;

const isDestination = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
};

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const subscription = z
  .strictObject({
    subscriptionID: z.string().min(1).max(200).optional(),
    dest: z.string().max(MAX_DEST).refine(isDestination, 'DESTINATION'),
    /** Secret of the client's own, with which reports are signed. */
    signatureToken: z.string().min(1).max(MAX_TOKEN).optional(),
    reportIfEmpty: flag.default(false),
    initialRecordTime: time.transform(canonicalTime).optional(),
    stream: flag.optional(),
    /** EPCIS 1: report when an event about this identifier is captured. */
    trigger: uri.optional(),
    schedule: schedule.optional(),
  })
  .refine(
    ({ stream, trigger, schedule: when }) =>
      (when !== undefined) !== (stream === true || trigger !== undefined),
    'STREAM_OR_SCHEDULE',
  );

/** What is asked for. */
export interface SubscriptionControls {
  readonly subscriptionID?: string | undefined;
  readonly dest: string;
  readonly signatureToken?: string | undefined;
  readonly reportIfEmpty: boolean;
  readonly initialRecordTime?: string | undefined;
  readonly stream?: boolean | undefined;
  readonly trigger?: string | undefined;
  readonly schedule?: Schedule | undefined;
}

/** @throws ApiError SUBSCRIPTION_INVALID */
export const parseSubscription = (value: unknown): SubscriptionControls => {
  const parsed = subscription.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 8);
  throw new ApiError('SUBSCRIPTION_INVALID', {
    issues: issues.map(
      ({ path, message, code }) => `${path.join('.')}: ${code === 'custom' ? message : code}`,
    ),
  });
};
