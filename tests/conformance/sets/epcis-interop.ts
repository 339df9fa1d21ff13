/** The EPCglobal interoperability cases of EPCIS 1.0, over EPCIS 2.0: polls, and subscriptions as what they report. */
import { parseSubscription } from '@yaosu/gateway/epcis/subscriptions/parse-subscription';
import { join } from 'node:path';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet, LeftOut } from '../set.js';
import { answerTo, inAddress, refusalOf, storeOf, type CorpusEvent } from './epcis-query.js';

type Json = Readonly<Record<string, unknown>>;

interface Step {
  readonly operation: string;
  readonly params_2_0?: Json;
  readonly schedule?: Json;
  readonly trigger?: string;
  readonly dest?: string;
  readonly initialRecordTime?: string;
  readonly reportIfEmpty?: string;
}

interface Answer {
  readonly result: string;
  readonly events?: readonly string[];
}

interface InteropCase {
  readonly id: string;
  readonly status: string;
  readonly steps: readonly Step[];
  readonly answers: readonly Answer[];
}

interface Corpus {
  readonly context: unknown;
  readonly masterData: readonly unknown[];
  readonly events: readonly { readonly key: string; readonly event: Json }[];
}

type Store = Awaited<ReturnType<typeof storeOf>>;

/** Kinds of events that EPCIS 2.0 has no longer. */
const isGone = (key: string): boolean => key.startsWith('8-');
const idOf = (key: string): string => `urn:example:${key}`;

/** Cases beyond those marked as replayable whose answers are those of the events that 2.0 has. */
const ALSO: readonly string[] = ['SE1', 'SE10', 'SE23'];
/** Refused in EPCIS 1.0 for what 2.0 says otherwise. */
const SUBSCRIBED = ['Subscribe', 'Poll'];

const REFUSALS: Readonly<Record<string, string>> = {
  QueryParameterException: 'QUERY_INVALID',
  QueryTooLargeException: 'QUERY_TOO_LARGE',
  SubscriptionControlsException: 'SUBSCRIPTION_INVALID',
};

let open: Store | undefined;

const wantedOf = ({ events = [] }: Answer): readonly string[] =>
  events
    .filter((key) => !isGone(key))
    .map(idOf)
    .sort();

const subscriptionRefusal = (step: Step): string | undefined => {
  const { schedule, trigger, initialRecordTime, reportIfEmpty } = step;
  try {
    parseSubscription({
      dest: 'https://partner.example.com/',
      reportIfEmpty: reportIfEmpty === 'true',
      ...(schedule === undefined ? {} : { schedule }),
      ...(trigger === undefined ? {} : { trigger, stream: true }),
      ...(initialRecordTime === undefined ? {} : { initialRecordTime }),
    });
    return undefined;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
};

/** The query of a step, answered as a poll and as the first report of a subscription. */
const isAnswered = async (db: Store, { steps, answers }: InteropCase): Promise<boolean> => {
  const step = steps.find(({ operation }) => SUBSCRIBED.includes(operation));
  if (step === undefined) return false;
  const parameters = inAddress(step.params_2_0 ?? {});
  const refused = answers.find(({ result }) => Object.hasOwn(REFUSALS, result));
  const isSubscribed = step.operation === 'Subscribe';
  const refusal = (isSubscribed ? subscriptionRefusal(step) : undefined) ?? (await refusalOf(db, parameters));
  if (refused !== undefined) return refusal === REFUSALS[refused.result];
  if (refusal !== undefined) return false;
  const wanted = answers.find(({ result }) => result === 'QueryResults');
  if (wanted === undefined) return true;
  const got = [...(await answerTo(db, parameters))].sort();
  const expected = wantedOf(wanted);
  return isSubscribed
    ? expected.every((id) => got.includes(id))
    : JSON.stringify(got) === JSON.stringify(expected);
};

const isRun = ({ id, status }: InteropCase): boolean => status === 'replayable' || ALSO.includes(id);

const casesIn = (folder: string): readonly InteropCase[] =>
  readJson<{ readonly cases: readonly InteropCase[] }>(folder, 'cases.json').cases;

const interopCases = async (folder: string): Promise<readonly Case[]> => {
  const { context, masterData, events } = readJson<Corpus>(join(folder, 'corpus.json'));
  const corpus: CorpusEvent[] = events
    .filter(({ key }) => !isGone(key))
    .map(({ key, event }) => ({ event: { ...event, eventID: idOf(key) }, context }));
  const db = await storeOf(corpus, masterData, context);
  open = db;
  return casesIn(folder)
    .filter(isRun)
    .map((each) => ({ id: each.id, passes: () => isAnswered(db, each) }));
};

const LEFT_OUT: readonly LeftOut[] = [
  { what: 'MD*', why: 'SimpleMasterDataQuery has no REST binding in EPCIS 2.0 (section 12)' },
  {
    what: 'SE24, SE26, SE28',
    why: 'answered with QuantityEvents, which EPCIS 2.0 has no longer (section 7.4)',
  },
  { what: 'SE2, SE69', why: 'the answer depends on rights and limits of that server' },
  { what: 'SE13, SE66', why: 'the answer depends on when that server recorded the events' },
  { what: 'SE47, SE67', why: 'SOAP operations; 2.0 says versions in headers (section 12.5)' },
  {
    what: 'SE72',
    why: 'the table keeps one of its two EQ_bizStep; that repeats are refused is tested elsewhere',
  },
];

export const EPCIS_INTEROP: ConformanceSet = {
  name: 'epcis/epcglobal-interop',
  at: 'epcis/epcglobal-interop',
  cases: interopCases,
  close: async () => open?.destroy(),
  leftOut: LEFT_OUT,
};
