/**
 * EPCIS 2.0 events in JSON (EPCIS 2.0, section 7, and the JSON binding of section 10): our own words for the rules of the
 * standard. Fields of users are kept as they are under names that are URIs or compact URIs.
 */
import * as z from 'zod';
import { context, extensible, isUri, time, uri, wordOr } from './json-parts.js';
import { isUnitOf } from './units.js';

const DECIMAL = z.number();

const quantity = z.strictObject({
  epcClass: uri,
  /** Nobody sees or moves less than nothing. */
  quantity: DECIMAL.min(0).optional(),
  uom: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/, 'UOM')
    .optional(),
});
const uris = z.array(uri);
const distinctUris = uris.refine((all) => new Set(all).size === all.length, 'NOT_DISTINCT');
const quantities = z.array(quantity);

const dispositions = z
  .array(wordOr('disposition'))
  .min(1)
  .refine((all) => new Set(all).size === all.length, 'NOT_DISTINCT')
  .optional();
const persistentDisposition = z
  .strictObject({ set: dispositions, unset: dispositions })
  .refine(({ set, unset }) => set !== undefined || unset !== undefined, 'SET_OR_UNSET');

const device = {
  deviceID: uri.optional(),
  deviceMetadata: uri.optional(),
  rawData: uri.optional(),
  dataProcessingMethod: uri.optional(),
  bizRules: uri.optional(),
  time: time.optional(),
};
const sensorMetadata = extensible({ ...device, startTime: time.optional(), endTime: time.optional() });
const sensorReport = extensible({
  ...device,
  type: wordOr('measurement'),
  exception: wordOr('alert').optional(),
  microorganism: uri.optional(),
  chemicalSubstance: uri.optional(),
  coordinateReferenceSystem: uri.optional(),
  value: DECIMAL.optional(),
  component: wordOr('component').optional(),
  stringValue: z.string().optional(),
  booleanValue: z.boolean().optional(),
  hexBinaryValue: z
    .string()
    .regex(/^[A-Fa-f0-9]+$/, 'HEX')
    .optional(),
  uriValue: uri.optional(),
  minValue: DECIMAL.optional(),
  maxValue: DECIMAL.optional(),
  meanValue: DECIMAL.optional(),
  sDev: DECIMAL.optional(),
  percRank: DECIMAL.optional(),
  percValue: DECIMAL.optional(),
  uom: z.string().optional(),
}).refine(({ uom, type }) => uom === undefined || isUnitOf(uom, type), 'UOM');

/** GS1's own examples tell of a device both for all reports and in one of them, so that stays allowed (TCR-53). */
const sensorElement = extensible({
  sensorMetadata: sensorMetadata.optional(),
  sensorReport: z.array(sensorReport).min(1),
});

const common = {
  '@context': context.optional(),
  eventTime: time,
  recordTime: time.optional(),
  eventTimeZoneOffset: z.string().regex(/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/, 'TIME_ZONE_OFFSET'),
  eventID: uri.optional(),
  certificationInfo: z.union([uri, uris]).optional(),
  errorDeclaration: extensible({
    declarationTime: time,
    reason: wordOr('errorReason').optional(),
    correctiveEventIDs: uris.optional(),
  }).optional(),
};

const place = z.looseObject({ id: uri });
const side = wordOr('sourceDestination');
const why = {
  bizStep: wordOr('bizStep').optional(),
  disposition: wordOr('disposition').optional(),
  readPoint: place.optional(),
  bizLocation: place.optional(),
  bizTransactionList: z
    .array(z.strictObject({ type: wordOr('bizTransaction').optional(), bizTransaction: uri }))
    .optional(),
  sourceList: z.array(z.strictObject({ type: side, source: uri })).optional(),
  destinationList: z.array(z.strictObject({ type: side, destination: uri })).optional(),
  sensorElementList: z.array(sensorElement).optional(),
};
const ilmd = z
  .record(z.string(), z.unknown())
  .refine((fields) => Object.keys(fields).every(isUri), 'FIELD_NAME')
  .optional();
const action = z.enum(['OBSERVE', 'ADD', 'DELETE']);
const children = { childEPCs: uris.optional(), childQuantityList: quantities.optional() };

interface Children {
  readonly action: z.infer<typeof action>;
  readonly childEPCs?: readonly string[] | undefined;
  readonly childQuantityList?: readonly unknown[] | undefined;
}

const isAny = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;
/** Only taking apart may leave out what: then it means all. */
const hasChildren = (event: Children): boolean =>
  event.action === 'DELETE' || isAny(event.childEPCs) || isAny(event.childQuantityList);

const objectEvent = extensible({
  ...common,
  ...why,
  type: z.literal('ObjectEvent'),
  action,
  epcList: distinctUris.optional(),
  quantityList: quantities.optional(),
  persistentDisposition: persistentDisposition.optional(),
  ilmd,
})
  .refine(
    ({ epcList, quantityList, sensorElementList, readPoint }) =>
      epcList !== undefined || isAny(quantityList) || (isAny(sensorElementList) && readPoint !== undefined),
    'WHAT_MISSING',
  )
  .refine(({ ilmd: master, action: what }) => master === undefined || what === 'ADD', 'ILMD_WITHOUT_ADD');

const aggregationEvent = extensible({
  ...common,
  ...why,
  ...children,
  type: z.literal('AggregationEvent'),
  action,
  parentID: uri.optional(),
})
  .refine(hasChildren, 'CHILDREN_MISSING')
  .refine(({ action: what, parentID }) => what === 'OBSERVE' || parentID !== undefined, 'PARENT_MISSING');

const associationEvent = extensible({
  ...common,
  ...why,
  ...children,
  type: z.literal('AssociationEvent'),
  action,
  parentID: uri,
}).refine(hasChildren, 'CHILDREN_MISSING');

const transactionEvent = extensible({
  ...common,
  ...why,
  type: z.literal('TransactionEvent'),
  action,
  bizTransactionList: why.bizTransactionList.unwrap().min(1),
  parentID: uri.optional(),
  epcList: uris.optional(),
  quantityList: quantities.optional(),
}).refine(
  ({ action: what, epcList, quantityList }) =>
    what === 'DELETE' || epcList !== undefined || isAny(quantityList),
  'WHAT_MISSING',
);

const transformationEvent = extensible({
  ...common,
  ...why,
  type: z.literal('TransformationEvent'),
  inputEPCList: distinctUris.optional(),
  inputQuantityList: quantities.optional(),
  outputEPCList: distinctUris.optional(),
  outputQuantityList: quantities.optional(),
  transformationID: uri.optional(),
  persistentDisposition: persistentDisposition.optional(),
  ilmd,
}).refine((event) => {
  const isIn = isAny(event.inputEPCList) || isAny(event.inputQuantityList);
  const isOut = isAny(event.outputEPCList) || isAny(event.outputQuantityList);
  return event.transformationID === undefined ? isIn && isOut : isIn || isOut;
}, 'INPUT_OR_OUTPUT_MISSING');

/** Types of the standard; others, whose names are URIs, have the common fields. */
const EVENTS = {
  ObjectEvent: objectEvent,
  AggregationEvent: aggregationEvent,
  AssociationEvent: associationEvent,
  TransactionEvent: transactionEvent,
  TransformationEvent: transformationEvent,
} as const;
const extendedEvent = z.looseObject({ ...common, type: uri });

/** The schema of an event by its type. */
export const eventSchemaOf = (type: unknown): z.ZodType =>
  typeof type === 'string' && Object.hasOwn(EVENTS, type)
    ? EVENTS[type as keyof typeof EVENTS]
    : extendedEvent;
