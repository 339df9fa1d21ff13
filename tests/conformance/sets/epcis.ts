/** EPCIS 2.0: documents that are sound or not, hashes of events, and canonical links of identifiers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalLink } from '@yaosu/chaincode/model/code/gs1/canonical-link';
import { readXmlDocument } from '@yaosu/gateway/epcis/xml/read-document';
import { eventProblems, parseDocument } from '@yaosu/chaincode/model/epcis/parse-document';
import { preHashOf, type EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { eventDigest, eventHashUri } from '@yaosu/chaincode/signing/event-hash';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';

type Json = Readonly<Record<string, unknown>>;

const JSON_FILE = /\.json(?:ld)?$/;
/** A query, and an event with a measurement that GS1's vocabulary no longer has (EffectiveDoseRate). */
const UNSOUND: readonly string[] = ['SimpleEventQuery.json', 'TransactionEvent_with_userExtensions.json'];

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => JSON_FILE.test(file))
    .sort();

/** Every event of the document is sound, and it holds one at the least. */
const isSound = (value: unknown): boolean => {
  const document = parseDocument(value);
  if ('problems' in document) return false;
  return document.events.length > 0 && document.events.every((event) => eventProblems(event).length === 0);
};

const documentCases = (folder: string, isExpected: (file: string) => boolean): readonly Case[] =>
  filesBelow(folder).map((file) => ({
    id: file,
    passes: () => isSound(readJson(folder, file)) === isExpected(file),
  }));

export const EPCIS_GS1: ConformanceSet = {
  name: 'epcis/gs1-documents',
  at: 'epcis/gs1/JSON',
  cases: (folder) => documentCases(folder, () => true),
  leftOut: [{ what: 'gs1/Turtle', why: 'captured are JSON, JSON-LD and XML' }],
};

export const EPCIS_OPEN: ConformanceSet = {
  name: 'epcis/openepcis-documents',
  at: 'epcis/openepcis',
  cases: (folder) =>
    documentCases(folder, (file) => !UNSOUND.includes(file) && !file.toLowerCase().includes('invalid')),
  leftOut: [],
};

interface Corpus {
  readonly events: readonly { readonly key: string; readonly event: Json }[];
}

/** Ways to spoil a sound event, each against a rule that every event has to keep. */
const SPOILED: readonly (readonly [string, (event: Json) => Json])[] = [
  ['without a time', ({ eventTime: _, ...rest }) => rest],
  ['without an offset', ({ eventTimeZoneOffset: _, ...rest }) => rest],
  ['with an offset beyond the world', (event) => ({ ...event, eventTimeZoneOffset: '+15:00' })],
  ['with a time without offset', (event) => ({ ...event, eventTime: '2026-11-25T08:00:00' })],
  ['with an unknown action', (event) => ({ ...event, type: 'ObjectEvent', epcList: [], action: 'MOVE' })],
  ['with an unknown step', (event) => ({ ...event, bizStep: 'flying' })],
  ['with a field without namespace', (event) => ({ ...event, remark: 'x' })],
  ['with an id that is no URI', (event) => ({ ...event, eventID: 'no uri' })],
];

export const EPCIS_REFUSED: ConformanceSet = {
  name: 'epcis/refused-events',
  at: 'epcis/query-corpus.json',
  cases: (file) =>
    readJson<Corpus>(file).events.flatMap(({ key, event }) => [
      { id: `${key} as it is`, passes: () => eventProblems(event).length === 0 },
      ...SPOILED.map(([how, spoil]) => ({
        id: `${key} ${how}`,
        passes: () => eventProblems(spoil(event)).length > 0,
      })),
    ]),
  leftOut: [],
};

interface Document {
  readonly '@context'?: unknown;
  readonly epcisBody: {
    readonly eventList?: readonly EventJson[];
    readonly queryResults?: Json & { readonly resultsBody: { readonly eventList: readonly EventJson[] } };
  };
}

const linesOf = (path: string): readonly string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];

/** Canonical strings that are damaged upstream, as SOURCE.txt says; their hashes are whole. */
const DAMAGED = /^epcisDocWith(?:AllGS1Keys|CustomSchemaInContext|DefaultSchemaInContext)\./;

const hashCases = (folder: string): readonly Case[] =>
  filesBelow(folder).flatMap((file) => {
    const document = readJson<Document & Json>(folder, file);
    const results = document.epcisBody.queryResults;
    const events = results?.resultsBody.eventList ?? document.epcisBody.eventList ?? [];
    const ignored = ((results ?? document)['repository-x:ignoreFields'] ?? []) as readonly string[];
    const context = document['@context'];
    const hashes = linesOf(join(folder, file.replace(JSON_FILE, '.hashes')));
    const strings = DAMAGED.test(file) ? [] : linesOf(join(folder, file.replace(JSON_FILE, '.prehashes')));
    return [
      ...hashes.map((hash, i) => ({
        id: `${file} hash ${String(i)}`,
        passes: () => eventHashUri(eventDigest(events[i] ?? {}, context, ignored)) === hash,
      })),
      ...strings.map((string, i) => ({
        id: `${file} string ${String(i)}`,
        passes: () => preHashOf(events[i] ?? {}, context, ignored) === string,
      })),
    ];
  });

export const EPCIS_HASH: ConformanceSet = {
  name: 'epcis/event-hash',
  at: 'epcis/event-hash/examples',
  cases: hashCases,
  leftOut: [{ what: 'three .prehashes', why: 'damaged upstream (SOURCE.txt); their hashes are run' }],
};

const xmlCases = (folder: string): readonly Case[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .flatMap((file) => {
      const document = readXmlDocument(readFileSync(join(folder, file), 'utf8')) as unknown as Document &
        Json;
      const { queryResults, eventList } = document.epcisBody;
      const events = queryResults?.resultsBody.eventList ?? eventList ?? [];
      return linesOf(join(folder, file.replace(/\.xml$/, '.hashes'))).map((hash, i) => ({
        id: `${file} hash ${String(i)}`,
        passes: () =>
          eventHashUri(eventDigest(events[i] ?? {}, document['@context'], IGNORED[file] ?? [])) === hash,
      }));
    })
    .filter(({ id }) => !ROUNDED.includes(id));

/** Fields that the generator was told to leave out, which XML has no place to say. */
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  'epcisXmlDocHavingEventWithIgnoreFields.xml': ['example:testField1', 'example:testField2'],
  'epcisXmlQueryDocHavingEventWithIgnoreFields.xml': ['example:testField1', 'example:testField2'],
};

/** Hashed upstream from JSON whose long string of digits a reader of numbers has rounded; XML says all of its digits. */
const ROUNDED: readonly string[] = ['SensorDataExamples.xml hash 6', 'SensorDataExamples.xml hash 7'];

export const EPCIS_XML: ConformanceSet = {
  name: 'epcis/xml-hash',
  at: 'epcis/event-hash/examples',
  cases: xmlCases,
  leftOut: ROUNDED.map((what) => ({ what, why: 'hashed upstream from a string of digits that was rounded' })),
};

interface Normaliser {
  readonly cases: readonly { readonly id: string; readonly in: unknown; readonly expect: string | null }[];
}

export const EPC_LINKS: ConformanceSet = {
  name: 'epc-identifiers/canonical-links',
  at: 'epc-identifiers/hash-normaliser.json',
  cases: (file) =>
    readJson<Normaliser>(file).cases.map(({ id, in: text, expect }) => ({
      id: `${id} ${String(text)}`,
      passes: () => (canonicalLink(String(text)) ?? null) === expect,
    })),
  leftOut: [],
};
