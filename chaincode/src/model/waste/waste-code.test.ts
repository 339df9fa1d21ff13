import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { categoryOf, scopeNames, wasteCode } from './waste-code.js';

interface Cases {
  readonly format: readonly { readonly input: string; readonly expect: string; readonly category?: string }[];
  readonly category_vs_code: readonly {
    readonly category: string;
    readonly code: string;
    readonly expect: string;
  }[];
  readonly licence_matching: readonly {
    readonly licence_scope: readonly string[];
    readonly waste: string;
    readonly expect: string;
  }[];
}

const file = join(
  process.env['CONFORMANCE_DIR'] ?? join(import.meta.dirname, '../../../../../shared/conformance'),
  'cn/hw-code-cases.json',
);
const isThere = existsSync(file);
const cases = isThere
  ? (JSON.parse(readFileSync(file, 'utf8')) as Cases)
  : { format: [], category_vs_code: [], licence_matching: [] };

(isThere ? describe : describe.skip)('codes of the conformance folder', () => {
  test('forms', () => {
    const wrong = cases.format.filter(
      ({ input, expect: expected }) => wasteCode.safeParse(input).success !== (expected === 'valid_format'),
    );
    expect(wrong).toEqual([]);
  });
  test('categories', () => {
    for (const { category, code, expect: expected } of cases.category_vs_code) {
      expect([code, categoryOf(code) === category]).toEqual([code, expected === 'accept']);
    }
  });
  test('licences', () => {
    for (const { licence_scope, waste, expect: expected } of cases.licence_matching) {
      expect([waste, scopeNames(licence_scope, waste)]).toEqual([waste, expected === 'accept']);
    }
  });
});

describe('waste codes', () => {
  test.each([
    ['271-002-02', true],
    ['900-404-06', true],
    ['271-002-00', false],
    ['271-002-41', false],
    ['271-002-44', false],
    ['271-002-45', true],
    ['271-002-51', false],
    ['271-02-02', false],
    [' 271-002-02', false],
  ])('%s: %s', (code, isCode) => {
    expect(wasteCode.safeParse(code).success).toBe(isCode);
  });

  test('a scope names a code or its whole category', () => {
    expect(scopeNames(['HW02'], '271-002-02')).toBe(true);
    expect(scopeNames(['HW03', '271-001-02'], '271-002-02')).toBe(false);
  });
});
