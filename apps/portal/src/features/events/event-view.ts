/** An event as pages read it: fields of the standard by name, those of users apart. */
import type { EpcisEvent } from '@yaosu/gateway/api/epcis-client';
import * as z from 'zod';

const uris = z.array(z.string()).default([]);
const quantity = z.looseObject({
  epcClass: z.string(),
  quantity: z.number().optional(),
  uom: z.string().optional(),
});
const quantities = z.array(quantity).default([]);
const place = z.looseObject({ id: z.string() }).optional();
const text = z.string().optional();
const words = z.array(z.string()).default([]);

const report = z.looseObject({
  type: z.string(),
  value: z.number().optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  meanValue: z.number().optional(),
  stringValue: text,
  booleanValue: z.boolean().optional(),
  hexBinaryValue: text,
  uriValue: text,
  percRank: z.number().optional(),
  percValue: z.number().optional(),
  sDev: z.number().optional(),
  uom: text,
  time: text,
  deviceID: text,
  exception: text,
});
const metadata = z.looseObject({ time: text, startTime: text, endTime: text, deviceID: text }).optional();

const standard = z.object({
  type: z.string(),
  eventID: z.string(),
  eventTime: z.string(),
  eventTimeZoneOffset: z.string(),
  recordTime: z.string(),
  action: text,
  bizStep: text,
  disposition: text,
  persistentDisposition: z.object({ set: words, unset: words }).optional(),
  readPoint: place,
  bizLocation: place,
  epcList: uris,
  quantityList: quantities,
  parentID: text,
  childEPCs: uris,
  childQuantityList: quantities,
  inputEPCList: uris,
  inputQuantityList: quantities,
  outputEPCList: uris,
  outputQuantityList: quantities,
  transformationID: text,
  bizTransactionList: z.array(z.object({ type: text, bizTransaction: z.string() })).default([]),
  sourceList: z.array(z.object({ type: z.string(), source: z.string() })).default([]),
  destinationList: z.array(z.object({ type: z.string(), destination: z.string() })).default([]),
  certificationInfo: z.union([z.string().transform((one) => [one]), uris]).default([]),
  sensorElementList: z
    .array(z.looseObject({ sensorMetadata: metadata, sensorReport: z.array(report) }))
    .default([]),
  errorDeclaration: z
    .looseObject({ declarationTime: z.string(), reason: text, correctiveEventIDs: uris })
    .optional(),
  ilmd: z.record(z.string(), z.unknown()).default({}),
});

/** Whose word an event is: a firm's report, or an act that the contracts judged. */
export type Source = 'reported' | 'judged';

/** Fields of the standard; those that were left out are empty. */
export type EventView = z.output<typeof standard> & {
  readonly source: Source;
  /** Fields of users, and of the ledger where it is an act's event. */
  readonly more: readonly (readonly [name: string, value: unknown])[];
};
/** What one of the sensors tells. */
export type SensorElement = EventView['sensorElementList'][number];
/** An amount of a class. */
export type Quantity = z.output<typeof quantity>;

/** No captured event may have a field under this prefix. */
const ORIGIN = 'yaosu:origin';
/** What is told elsewhere on the page: prefixes, and the transaction that an act is. */
const ELSEWHERE: readonly string[] = ['@context', ORIGIN, 'yaosu:act', 'yaosu:txId', 'yaosu:block'];

/** An event of an answer. @throws when it is none of the standard */
export const eventViewOf = (event: EpcisEvent): EventView => ({
  ...standard.parse(event),
  source: event[ORIGIN] === 'judged' ? 'judged' : 'reported',
  more: Object.entries(event).filter(
    ([name]) => !ELSEWHERE.includes(name) && !Object.hasOwn(standard.shape, name),
  ),
});

/** Parts that identifiers play in an event, in the order in which they are told. */
export const PARTS = ['epcs', 'parent', 'children', 'inputs', 'outputs'] as const;

/** What an event is about, in one part that it plays there. */
export interface Things {
  readonly part: (typeof PARTS)[number];
  readonly ids: readonly string[];
  readonly quantities: readonly Quantity[];
}

/** What an event is about; parts that have nothing are left out. */
export const thingsOf = (event: EventView): readonly Things[] => {
  const { parentID } = event;
  const all: readonly Things[] = [
    { part: 'epcs', ids: event.epcList, quantities: event.quantityList },
    { part: 'parent', ids: parentID === undefined ? [] : [parentID], quantities: [] },
    { part: 'children', ids: event.childEPCs, quantities: event.childQuantityList },
    { part: 'inputs', ids: event.inputEPCList, quantities: event.inputQuantityList },
    { part: 'outputs', ids: event.outputEPCList, quantities: event.outputQuantityList },
  ];
  return all.filter(({ ids, quantities: amounts }) => ids.length + amounts.length > 0);
};
