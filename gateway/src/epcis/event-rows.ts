/** An event as queries find it: its times and terms in one spelling, and every identifier that it names. */
import { canonicalTime, canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { namespacesOf, type Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { eventHashUri } from '@yaosu/chaincode/signing/event-hash';
import type { EpcisEpcsTable, EpcisEventsTable, EventFacts } from '../db/epcis-tables.js';
import type { CapturedEvent } from './capture-content.js';
import { factsOf } from './facts.js';
import { ledgerNameOf } from './own-acts/names.js';
import { termOf } from './terms.js';

/** Where an event names an identifier. */
export type EpcPart = EpcisEpcsTable['part'];

/** What a captured event adds to the read model. */
export interface EventRows {
  readonly event: Omit<
    EpcisEventsTable,
    'block' | 'tx_id' | 'enterprise' | 'capture' | 'record_time' | 'facts' | 'batches' | 'records'
  > & { readonly facts: EventFacts };
  readonly epcs: readonly { readonly epc: string; readonly part: EpcPart }[];
}

/** Field → part; lists of quantities name classes. */
const EPC_FIELDS: readonly (readonly [field: string, part: EpcPart])[] = [
  ['epcList', 'epc'],
  ['childEPCs', 'epc'],
  ['parentID', 'parent'],
  ['inputEPCList', 'input'],
  ['outputEPCList', 'output'],
];
const CLASS_FIELDS: readonly (readonly [field: string, part: EpcPart])[] = [
  ['quantityList', 'epcClass'],
  ['childQuantityList', 'epcClass'],
  ['inputQuantityList', 'inputClass'],
  ['outputQuantityList', 'outputClass'],
];

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string');

const classesOf = (value: unknown): readonly string[] =>
  [value].flat().flatMap((each) => textsOf((each as { readonly epcClass?: unknown } | undefined)?.epcClass));

const epcsOf = (event: EventJson, namespaces: Namespaces): EventRows['epcs'] => {
  const named = [
    ...EPC_FIELDS.flatMap(([field, part]) => textsOf(event[field]).map((text) => ({ text, part }))),
    ...CLASS_FIELDS.flatMap(([field, part]) => classesOf(event[field]).map((text) => ({ text, part }))),
  ];
  const rows = new Map(
    named.map(({ text, part }) => {
      const epc = canonicalValue(text, namespaces);
      return [`${part} ${epc}`, { epc, part }];
    }),
  );
  const codes = new Set([...rows.values()].flatMap(({ epc }) => ledgerNameOf(epc) ?? []));
  return [...rows.values(), ...[...codes].map((epc) => ({ epc, part: 'code' as const }))];
};

const declaredAt = (event: EventJson): string => {
  const declaration = event['errorDeclaration'] as { readonly declarationTime: string } | undefined;
  return declaration === undefined ? '' : canonicalTime(declaration.declarationTime);
};

/** Prefixes that a document and its event declare, so that the event can be read without the document. */
const ownContext = (document: unknown, event: EventJson): string | null => {
  const parts = [document, event['@context']]
    .flat()
    .filter((each) => typeof each === 'object' && each !== null);
  return parts.length === 0 ? null : JSON.stringify(parts);
};

/** Rows of an event. */
export const eventRows = ({ at, hash, event }: CapturedEvent, context: unknown): EventRows => {
  const namespaces = namespacesOf(event['@context'], namespacesOf(context));
  const { eventID, action, type } = event;
  return {
    event: {
      hash,
      declared: declaredAt(event),
      event_id: typeof eventID === 'string' ? eventID : eventHashUri(hash),
      type: String(type),
      event_time: canonicalTime(String(event['eventTime'])),
      action: typeof action === 'string' ? action : null,
      biz_step: termOf(event['bizStep'], VOCABULARIES.bizStep, namespaces),
      disposition: termOf(event['disposition'], VOCABULARIES.disposition, namespaces),
      position: at,
      context: ownContext(context, event),
      event: JSON.stringify(event),
      facts: factsOf(event, namespaces),
    },
    epcs: epcsOf(event, namespaces),
  };
};
