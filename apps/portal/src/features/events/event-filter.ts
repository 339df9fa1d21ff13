/** Filters of the explorer as they stand in the address, and as parameters of an event query (EPCIS 2.0, section 8.2.7.1). */
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import * as z from 'zod';
import { askedEpc } from './asked-epc.js';

/** Types of the standard. */
export const EVENT_TYPES = [
  'ObjectEvent',
  'AggregationEvent',
  'AssociationEvent',
  'TransactionEvent',
  'TransformationEvent',
] as const;

/** Whose word events are. */
export const SOURCES = ['reported', 'judged'] as const;

const word = (words: ReadonlySet<string>): z.ZodString => z.string().refine((text) => words.has(text));

const filter = z.object({
  /** As it was typed or scanned. */
  epc: z.string().optional(),
  type: z.enum(EVENT_TYPES).optional().catch(undefined),
  step: word(VOCABULARIES.bizStep.words).optional().catch(undefined),
  disposition: word(VOCABULARIES.disposition.words).optional().catch(undefined),
  /** Instants between which events happened, the second one left out. */
  from: z.iso.datetime().optional().catch(undefined),
  to: z.iso.datetime().optional().catch(undefined),
  source: z.enum(SOURCES).optional().catch(undefined),
});
/** What is chosen; all of it counts. */
export type EventFilter = z.output<typeof filter>;

/** The filters of an address; one that is wrong is left out. */
export const filterOf = (search: URLSearchParams): EventFilter => filter.parse(Object.fromEntries(search));

const SOURCE_PARAMETERS = {
  judged: { 'EQ_yaosu:origin': 'judged' },
  reported: { 'EXISTS_yaosu:origin': 'false' },
} as const satisfies Record<(typeof SOURCES)[number], Readonly<Record<string, string>>>;

/** Parameters of an event query. */
export type EventParameters = Readonly<Record<string, string>>;

const ofEpc = (text: string): EventParameters | undefined => {
  if (text === '') return {};
  const asked = askedEpc(text);
  return 'problems' in asked ? undefined : { [asked.parameter]: asked.value };
};

/** Parameters of the query; undefined where the identifier names nothing: without it, it would be another question. */
export const parametersOf = (chosen: EventFilter): EventParameters | undefined => {
  const { epc = '', type, step, disposition, from, to, source } = chosen;
  const plain = {
    eventType: type,
    EQ_bizStep: step,
    EQ_disposition: disposition,
    GE_eventTime: from,
    LT_eventTime: to,
  };
  const given = Object.entries(plain).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const what = ofEpc(epc);
  return (
    what && {
      ...what,
      ...Object.fromEntries(given),
      ...(source === undefined ? {} : SOURCE_PARAMETERS[source]),
    }
  );
};
