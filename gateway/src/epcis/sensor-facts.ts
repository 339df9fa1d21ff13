/** What queries ask of sensor reports: numbers in the first unit of their quantity, so that units need not be the same. */
import { canonicalTime, canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import type { Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { differenceInFirstUnit, inFirstUnit, quantityOf } from '@yaosu/chaincode/model/epcis/units';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { termOf } from './terms.js';

/** Notes one fact: a name, its value as it is compared. */
export type Note = (name: string, value: string | number | boolean) => void;

type Scalar = string | number | boolean;

const URIS =
  'deviceID deviceMetadata rawData dataProcessingMethod bizRules microorganism chemicalSubstance coordinateReferenceSystem uriValue'.split(
    ' ',
  );
const TEXTS = ['stringValue', 'booleanValue'];
const TERMS = [
  ['type', VOCABULARIES.measurement],
  ['exception', VOCABULARIES.alert],
  ['component', VOCABULARIES.component],
] as const;
const TIMES = ['startTime', 'endTime', 'time'];

/** Numbers that a unit belongs to; parameters name both, as in `GE_value_CEL`. */
export const MEASURES = ['value', 'minValue', 'maxValue', 'meanValue', 'percValue', 'sDev'] as const;

/** A number of a report or of a query as they are compared. */
export const measured = (measure: string, value: number, uom: string): number =>
  measure === 'sDev' ? differenceInFirstUnit(value, uom) : inFirstUnit(value, uom);

/** Name under which numbers of a measure in a unit are compared. */
export const measureName = (measure: string, uom: string): string => `${measure}_${quantityOf(uom)}`;

const objects = (value: unknown): readonly EventJson[] =>
  [value].flat().filter((each): each is EventJson => typeof each === 'object' && each !== null);

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

const noteTold = (told: EventJson, scope: string, note: Note, namespaces: Namespaces): void => {
  for (const [name, value] of Object.entries(told)) {
    if (!isScalar(value)) continue;
    if (URIS.includes(name)) note(name, canonicalValue(value, namespaces));
    if (TEXTS.includes(name)) note(name, String(value));
    if (name === 'hexBinaryValue') note(name, String(value).toUpperCase());
    if (TIMES.includes(name)) note(name === 'time' ? `${scope}_time` : name, canonicalTime(String(value)));
  }
};

const noteReport = (report: EventJson, note: Note, namespaces: Namespaces): void => {
  for (const [name, vocabulary] of TERMS) {
    const term = termOf(report[name], vocabulary, namespaces);
    if (term !== null) note(name, term);
  }
  const uom = typeof report['uom'] === 'string' ? report['uom'] : undefined;
  if (uom !== undefined) note('uom', uom);
  if (typeof report['percRank'] === 'number') note('percRank', report['percRank']);
  for (const measure of MEASURES) {
    const value = report[measure];
    if (typeof value !== 'number') continue;
    note(measure, value);
    if (uom !== undefined) note(measureName(measure, uom), measured(measure, value, uom));
  }
};

/** Notes what an event's sensor elements say. */
export const sensorFacts = (event: EventJson, note: Note, namespaces: Namespaces): void => {
  for (const element of objects(event['sensorElementList'])) {
    for (const metadata of objects(element['sensorMetadata']))
      noteTold(metadata, 'SENSORMETADATA', note, namespaces);
    for (const report of objects(element['sensorReport'])) {
      noteTold(report, 'SENSORREPORT', note, namespaces);
      noteReport(report, note, namespaces);
    }
  }
};
