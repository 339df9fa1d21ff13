import { describe, expect, it } from '@jest/globals';
import { parseSignableJson, parseStrictJson } from './strict-json.js';

const parse = (text: string): unknown => parseSignableJson(Buffer.from(text));

describe('strict JSON', () => {
  it.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '["a","a"]',
    '{"a":"a","b":"a"}',
    '{"\\"":1,"{":"},{"}',
    '{"\\ud83d\\ude00":"\\ud83d\\ude00"}',
    '1',
    '{}',
  ])('reads %s', (text) => expect(parse(text)).toEqual(JSON.parse(text)));

  it.each([
    ['{"a":1,"a":1}', 'duplicateName'],
    ['{"x":[{"a":1,"b":{},"a":1}]}', 'duplicateName'],
    ['{"a":1,"\\u0061":1}', 'duplicateName'],
    ['{"a":[1,2],"b":{"c":1},"a":2}', 'duplicateName'],
    [`${'['.repeat(33)}${']'.repeat(33)}`, 'depth'],
    ['"a\\ud83d"', 'surrogate'],
    ['{"x":[{"\\ude00":1}]}', 'surrogate'],
    ['[1,-1e400]', 'number'],
    ['{"a":{"__proto__":1}}', 'name'],
    ['{"a":}', 'json'],
    ['', 'json'],
    ['\ufeff{}', 'json'],
  ])('refuses %s', (text, reason) => {
    const caught = ((): unknown => {
      try {
        return parse(text);
      } catch (error) {
        return error;
      }
    })();
    expect(caught).toMatchObject({ code: 'BODY_INVALID', details: { reason } });
  });

  it('lets documents be judged event by event', () => {
    expect(parseStrictJson(Buffer.from('["\\ud83d",1e400]'))).toEqual(['\ud83d', Infinity]);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow('BODY_INVALID');
  });
});
