import { describe, expect, it } from '@jest/globals';
import type { Licence } from '@yaosu/chaincode/rules/waste/assert-licensed';
import type { Manifest } from '../shipments/reference.js';
import { carrierProblem, gateProblem, permitOf } from './gate.js';

const AT = '2026-11-29T08:00:00.000Z';
const manifest = {
  ...{ generator: 'qingtai', disposer: 'jingyuan', carrier: 'lvtu', code: '271-002-02' },
  ...{ from: '1', to: '2', lines: [{ dangerousClass: '3' }] },
} as unknown as Manifest;
const licence = (change: Partial<Licence>): Licence => ({
  ...{ enterprise: 'jingyuan', number: 'N-1', kind: 'hazardousWasteOperation', scope: ['271-002-02'] },
  ...{ sites: [], notBefore: '2026-01-01', notAfter: '2026-12-31', issuedBy: 'authority', evidence: 'e' },
  ...change,
});
const transport = licence({ kind: 'dangerousGoodsTransport', scope: ['3'] });
const permit = licence({
  ...{ kind: 'crossProvinceTransfer', number: 'P-7', scope: ['qingtai', '271-002-02'], evidence: 'paper' },
});
const near = { 1: '320100', 2: '320500' };
const far = { 1: '320100', 2: '330100' };
const known = (theirs: readonly Licence[], carriers = [transport], areas = near) => ({
  licences: { jingyuan: theirs, lvtu: carriers },
  areas,
});

describe('the gate as the phone judges it without signal', () => {
  it.each([
    ['all in force', known([licence({})]), undefined],
    ['another code', known([licence({ scope: ['900-404-06'] })]), 'WASTE_CODE_NOT_LICENSED'],
    ['a licence that has ended', known([licence({ notAfter: '2026-11-28' })]), 'WASTE_CODE_NOT_LICENSED'],
    ['another site', known([licence({ sites: ['9'] })]), 'WASTE_CODE_NOT_LICENSED'],
    ['a carrier of other classes', known([licence({})], [licence({})]), 'WASTE_CARRIER_UNLICENSED'],
    ['a province border', known([licence({})], [transport], far), 'WASTE_PROVINCE_PERMIT_MISSING'],
    ['one with an approval', known([licence({}), permit], [transport], far), undefined],
    ['nothing known', { licences: {}, areas: {} }, undefined],
  ])('%s', (_, phone, problem) => {
    expect(gateProblem(manifest, phone, AT)).toBe(problem);
  });

  it('names the approval that the border takes, and none within a province', () => {
    expect(permitOf(manifest, known([permit], [], far), AT)).toEqual({ number: 'P-7', digest: 'paper' });
    expect(permitOf(manifest, known([permit]), AT)).toBeNull();
  });

  it('knows a carrier that may not carry a class', () => {
    expect(carrierProblem(known([]), 'lvtu', ['3', '6.1'], AT)).toBe('WASTE_CARRIER_UNLICENSED');
    expect(carrierProblem(known([]), 'stranger', ['3'], AT)).toBeUndefined();
  });
});
