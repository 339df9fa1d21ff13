import { expect, it } from '@jest/globals';
import { Absentees } from './absentees.js';

it('are asked again after a while, or as soon as nobody may stand in for them', () => {
  let now = 0;
  const absentees = new Absentees(() => now);
  absentees.note(['CdmoMSP']);
  now = 3000;
  absentees.note(['LogisticsMSP']);
  expect([...absentees.current()]).toEqual(['CdmoMSP', 'LogisticsMSP']);
  now = 5000;
  expect([...absentees.current()]).toEqual(['LogisticsMSP']);
  absentees.forget();
  expect([...absentees.current()]).toEqual([]);
});
