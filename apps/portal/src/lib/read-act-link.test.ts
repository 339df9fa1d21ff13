import { describe, expect, test } from '@jest/globals';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { actPath, type ActLink } from './act-link.js';
import { parseActLink } from './read-act-link.js';

const read = (link: unknown): unknown => parseActLink(new URLSearchParams({ link: JSON.stringify(link) }));

const WHOLE: ActLink = {
  fixed: { batch: 'b' },
  start: { quantity: '1.5' },
  sites: { of: 'qingtai-cdmo', but: '6901001000003' },
  batches: ['b'],
  seen: { key: 'batch~b', hash: 'h' },
  back: '/batches/b',
};

describe('a link to the form of an act', () => {
  test('is read as it was written', () => {
    const [, search] = actPath(HEADS.Batch.register, WHOLE).split('?');
    expect(parseActLink(new URLSearchParams(search))).toEqual(WHOLE);
  });

  test('has nothing decided and nothing proposed where it says so little', () => {
    expect(read({ back: '/' })).toEqual({ fixed: {}, start: {}, back: '/' });
  });

  test.each<[string, unknown]>([
    ['another host', { back: '//elsewhere.example' }],
    ['an address', { back: 'https://elsewhere.example/' }],
    ['nowhere', {}],
    ['a list of decided fields', { ...WHOLE, fixed: [] }],
    ['no proposals', { ...WHOLE, start: null }],
    ['sites of nobody', { ...WHOLE, sites: { but: 'x' } }],
    ['batches that are numbers', { ...WHOLE, batches: [1] }],
    ['a record without a hash', { ...WHOLE, seen: { key: 'k' } }],
    ['a text', 'link'],
    ['a list', [WHOLE]],
  ])('that leads to or says %s is none', (_, link) => {
    expect(read(link)).toBeUndefined();
  });

  test('that is no JSON is none', () => {
    expect(parseActLink(new URLSearchParams({ link: '{' }))).toBeUndefined();
    expect(parseActLink(new URLSearchParams())).toBeUndefined();
  });
});
