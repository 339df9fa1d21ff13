import { describe, expect, test } from '@jest/globals';
import type { Licence } from '../order/judge-supplier.js';
import { blockedBy, isRenewed } from './blocked-by.js';
import type { OpenRecord } from './dependences.js';

const SITE = '6901234000016';
const OTHER_SITE = '6901234000023';
const licence = (change: Partial<Licence> = {}): Licence => ({
  v: 1,
  by: '0'.repeat(64),
  enterprise: 'firm',
  number: '1',
  kind: 'materialRegistration',
  scope: [],
  sites: [SITE],
  notBefore: '2026-01-01',
  notAfter: '2026-12-10',
  issuedBy: 'NMPA',
  evidence: '0'.repeat(64),
  ...change,
});
const TODAY = '2026-11-29';
const later = (change: Partial<Licence> = {}): Licence =>
  licence({ number: '2', notBefore: '2026-12-11', notAfter: '2030-12-31', ...change });

describe('a licence is', () => {
  test.each<[string, Partial<Licence>, readonly Licence[], boolean]>([
    ['not renewed by itself', {}, [], false],
    ['renewed from the next day on', {}, [later()], true],
    ['not renewed after a gap', {}, [later({ notBefore: '2026-12-12' })], false],
    ['not renewed by another kind', {}, [later({ kind: 'euGmp' })], false],
    ['not renewed for another site', {}, [later({ sites: [OTHER_SITE] })], false],
    ['not renewed for one of its sites', { sites: [SITE, OTHER_SITE] }, [later()], false],
    [
      'renewed by two for a site each',
      { sites: [SITE, OTHER_SITE] },
      [later(), later({ number: '3', sites: [OTHER_SITE] })],
      true,
    ],
    ['not renewed with less in its scope', { scope: ['3', '8'] }, [later({ scope: ['3'] })], false],
    ['renewed with more in its scope', { scope: ['3'] }, [later({ scope: ['3', '8'] })], true],
    ['not renewed for all sites by one for some', { sites: [] }, [later()], false],
    [
      'renewed today after a gap that is over',
      { notAfter: '2026-01-31' },
      [later({ notBefore: TODAY })],
      true,
    ],
  ])('%s', (_, change, others, isIt) => {
    const ending = licence(change);
    expect(isRenewed({ licence: ending, licences: [ending, ...others], today: TODAY })).toBe(isIt);
  });
});

const manifest = (change: object): OpenRecord =>
  ({
    type: 'man',
    value: {
      manifest: 'm',
      generator: 'generator',
      disposer: 'firm',
      carrier: 'carrier',
      to: SITE,
      code: '271-002-02',
      state: 'draft',
      lines: [{ dangerousClass: '3' }],
      ...change,
    },
    areas: { fromArea: '320100', toArea: '330100' },
  }) as unknown as OpenRecord;
const order = (change: object): OpenRecord =>
  ({
    type: 'order',
    value: { order: 'o', buyer: 'buyer', supplier: 'firm', site: SITE, state: 'placed', ...change },
  }) as unknown as OpenRecord;

/** Act, effect, and how many records it meets, `+` where it is their next step. */
const told = (
  ending: Licence,
  open: readonly OpenRecord[],
  roles: readonly string[],
  others: readonly Licence[] = [],
): readonly string[] =>
  blockedBy(
    { licence: ending, holder: { enterprise: 'firm', roles }, licences: [ending, ...others], today: TODAY },
    open,
  ).map(({ act, effect, records }) => {
    const marks = records.map(({ isNext }) => (isNext ? '+' : '-')).join('');
    return [act, effect, marks].filter((part) => part !== '').join(' ');
  });

describe('the end of', () => {
  const disposal = licence({ kind: 'hazardousWasteOperation', scope: ['HW50', '271-002-02'], sites: [] });

  test('a registration refuses new orders; those at its site go on', () => {
    const open = [order({}), order({ site: OTHER_SITE }), order({ supplier: 'another' })];
    expect(told(licence(), open, ['supplier'])).toEqual(['Order.place refused -']);
  });

  test('a licence refuses only what is asked of the roles of its holder', () => {
    const making = licence({ kind: 'drugManufacturing' });
    expect(told(making, [], ['cdmo'])).toEqual([
      'Order.place refused',
      'Task.offer refused',
      'Shipment.create refused',
      'Shipment.redirect refused',
    ]);
    expect(told(making, [order({ buyer: 'firm', supplier: 'another' })], ['supplier'])).toEqual([
      'Shipment.create refused +',
      'Shipment.redirect refused',
    ]);
  });

  test('a disposer’s licence stops drafts that it names, and makes arrivals deviate', () => {
    const open = [manifest({}), manifest({ code: '900-404-06' }), manifest({ state: 'inTransit' })];
    expect(told(disposal, open, ['wasteDisposer'])).toEqual([
      'Waste.plan refused',
      'Waste.createManifest refused',
      'Waste.depart refused +',
      'Waste.accept deviates +',
    ]);
  });

  test('a licence meets nothing that another one carries', () => {
    const lasting = { ...disposal, number: '2', scope: ['271-002-02'], notAfter: '2030-12-31' };
    expect(told(disposal, [manifest({})], ['wasteDisposer'], [lasting])).toContain('Waste.depart refused');
  });

  test('an approval across provinces stops the drafts that it names', () => {
    const approval = licence({
      kind: 'crossProvinceTransfer',
      scope: ['generator', '271-002-02'],
      sites: [],
    });
    const foreign = manifest({ generator: 'another' });
    expect(told(approval, [manifest({}), foreign], ['wasteDisposer'])).toEqual(['Waste.depart refused +']);
  });

  test('a certificate that no act asks for stops nothing', () => {
    expect(told(licence({ kind: 'euGmp' }), [order({})], ['supplier'])).toEqual([]);
  });
});
