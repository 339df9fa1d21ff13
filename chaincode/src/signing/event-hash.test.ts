import { describe, expect, test } from '@jest/globals';
import { preHashOf, type EventJson } from '../model/epcis/pre-hash.js';
import { eventDigest, eventHashUri } from './event-hash.js';
import { sha256Hex } from './bytes.js';

const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { acme: 'https://acme.example/ns/' },
];
const EVENT: EventJson = {
  type: 'ObjectEvent',
  eventID: 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8',
  eventTime: '2026-11-25T09:00:00.1235+08:00',
  eventTimeZoneOffset: '+08:00',
  recordTime: '2026-11-25T09:00:01Z',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: ['urn:epc:id:sscc:6901234.0000000025', 'https://id.example/00/069012340000000177'],
  quantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.100000.L7', quantity: 12.5, uom: 'KGM' }],
  bizTransactionList: [{ bizTransaction: 'urn:acme:po:1', type: 'po' }],
  'acme:note': { 'acme:b': ['2', '1.0'], 'acme:a': true },
};

describe('the canonical string of an event', () => {
  test('has fields in their order, spelled in one way', () => {
    expect(preHashOf(EVENT, CONTEXT)).toBe(
      [
        'eventType=ObjectEvent',
        'eventTime=2026-11-25T01:00:00.124Z',
        'eventTimeZoneOffset=+08:00',
        'epcListepc=https://id.gs1.org/00/069012340000000177epc=https://id.gs1.org/00/069012340000000252',
        'quantityListquantityElementepcClass=https://id.gs1.org/01/16901234000006/10/L7quantity=12.5uom=KGM',
        'action=OBSERVE',
        'bizStep=https://ref.gs1.org/cbv/BizStep-shipping',
        'bizTransactionListtype=https://ref.gs1.org/cbv/BTT-pobizTransaction=urn:acme:po:1',
        '{https://acme.example/ns/}note{https://acme.example/ns/}a=true',
        '{https://acme.example/ns/}b=1{https://acme.example/ns/}b=2',
      ].join(''),
    );
  });

  test.each<[string, EventJson]>([
    ['the order of members', Object.fromEntries(Object.entries(EVENT).reverse())],
    ['the order of a list', { ...EVENT, epcList: [...(EVENT['epcList'] as string[])].reverse() }],
    [
      'the id and the time of recording',
      { ...EVENT, eventID: 'urn:uuid:0', recordTime: '2027-01-01T00:00:00Z' },
    ],
    ['a declaration of error', { ...EVENT, errorDeclaration: { declarationTime: '2026-11-26T00:00:00Z' } }],
    ['the time zone in which a time is written', { ...EVENT, eventTime: '2026-11-25T01:00:00.124Z' }],
    ['the spelling of a term', { ...EVENT, bizStep: 'cbv:BizStep-shipping' }],
    ['the old spelling of a term', { ...EVENT, bizStep: 'urn:epcglobal:cbv:bizstep:shipping' }],
    ['a comment', { ...EVENT, 'rdfs:comment': 'x' }],
    ['empty lists', { ...EVENT, sourceList: [] }],
    ['blanks', { ...EVENT, action: ' OBSERVE ' }],
  ])('does not depend on %s', (_, other) => {
    expect(preHashOf(other, CONTEXT)).toBe(preHashOf(EVENT, CONTEXT));
  });

  test('does not depend on the prefix of a namespace', () => {
    const { 'acme:note': _, ...rest } = EVENT;
    const note = { 'x:b': ['2', '1.0'], 'x:a': true };
    const other = { ...rest, '@context': { x: 'https://acme.example/ns/' }, 'x:note': note };
    expect(preHashOf(other, CONTEXT[0])).toBe(preHashOf(EVENT, CONTEXT));
  });

  test.each<[string, EventJson]>([
    ['a value', { ...EVENT, action: 'ADD' }],
    ['an element of a list', { ...EVENT, epcList: ['urn:epc:id:sscc:6901234.0000000025'] }],
    [
      'a number',
      { ...EVENT, quantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.100000.L7', quantity: 12 }] },
    ],
    ['a field of users', { ...EVENT, 'acme:note': { 'acme:a': true } }],
    ['a field more', { ...EVENT, disposition: 'in_transit' }],
  ])('depends on %s', (_, other) => {
    expect(preHashOf(other, CONTEXT)).not.toBe(preHashOf(EVENT, CONTEXT));
  });

  test('sorts by characters, not by halves of them', () => {
    const event = { type: 'ObjectEvent', epcList: ['urn:x:\u{10000}', 'urn:x:\ue000'] };
    expect(preHashOf(event, CONTEXT)).toBe('eventType=ObjectEventepcListepc=urn:x:\ue000epc=urn:x:\u{10000}');
  });

  test.each([
    ['1.50', '1.5'],
    ['-0.0', '0'],
    ['007', '7'],
    ['1e3', '1000'],
    ['2.5E-3', '0.0025'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e9999', '1e9999'],
    ['0x10', '0x10'],
  ])('writes the number %s as %s', (written, canonical) => {
    expect(preHashOf({ 'acme:n': written }, CONTEXT)).toBe(
      `eventType={https://acme.example/ns/}n=${canonical}`,
    );
  });
});

test('the name of an event is the hash of its string', () => {
  const digest = eventDigest(EVENT, CONTEXT);
  expect(digest).toBe(sha256Hex(preHashOf(EVENT, CONTEXT)));
  expect(eventHashUri(digest)).toBe(`ni:///sha-256;${digest}?ver=CBV2.0`);
});
