import { describe, expect, it } from '@jest/globals';
import { filterOf, parametersOf } from './event-filter.js';

const parameters = (search: string) => parametersOf(filterOf(new URLSearchParams(search)));

describe('filters of the explorer', () => {
  it('are parameters of the standard', () => {
    const from = '2026-11-19T16:00:00.000Z';
    const to = '2026-11-20T16:00:00.000Z';
    const search = new URLSearchParams({
      epc: '(01)16901234000006(21)D0C1',
      type: 'ObjectEvent',
      step: 'shipping',
      disposition: 'in_transit',
      from,
      to,
    });
    expect(parametersOf(filterOf(search))).toEqual({
      MATCH_anyEPC: 'https://id.gs1.org/01/16901234000006/21/D0C1',
      eventType: 'ObjectEvent',
      EQ_bizStep: 'shipping',
      EQ_disposition: 'in_transit',
      GE_eventTime: from,
      LT_eventTime: to,
    });
  });

  it.each([
    ['acts that the contracts judged', 'judged', { 'EQ_yaosu:origin': 'judged' }],
    ['reports of firms', 'reported', { 'EXISTS_yaosu:origin': 'false' }],
  ])('tell %s apart', (_, source, expected) => {
    expect(parameters(`source=${source}`)).toEqual(expected);
  });

  it.each([
    ['a step that is none of the standard', 'step=dancing'],
    ['a day without a time', 'from=2026-11-20'],
    ['an unknown type', 'type=Event'],
    ['a parameter of nobody', 'perPage=100000'],
  ])('leave out %s', (_, search) => {
    expect(parameters(search)).toEqual({});
    expect(parameters(`${search}&disposition=active`)).toEqual({ EQ_disposition: 'active' });
  });

  it('ask nothing where the identifier names nothing', () => {
    expect(parameters('epc=the%20blue%20pallet&disposition=active')).toBeUndefined();
  });
});
