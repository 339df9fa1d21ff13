import { expect, test } from '@jest/globals';
import { area } from './schemas.js';

test.each(['00', '32', '3201', '320100'])('%s is an area', (code) => {
  expect(area.safeParse(code).success).toBe(true);
});

test.each(['', '3', '01', '90', '321', '32010', '3201001', '０１', '32 '])('%j is none', (code) => {
  expect(area.safeParse(code).success).toBe(false);
});
