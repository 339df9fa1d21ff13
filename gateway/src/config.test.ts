import { describe, expect, it } from '@jest/globals';
import { parseConfig } from './config.js';

describe('configuration', () => {
  it('needs nothing', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', ledger: 'embedded', demo: true });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('says everything that is wrong at once', () => {
    const parse = (): unknown => parseConfig({ PORT: 'x', DATABASE_URL: 'mysql://x', LEDGER: 'paper' });
    expect(parse).toThrow(/PORT[\s\S]*LEDGER[\s\S]*DATABASE_URL/);
  });
});
