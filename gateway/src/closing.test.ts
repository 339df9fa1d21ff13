import { expect, it } from '@jest/globals';
import { Closing } from './closing.js';

it('closes in reverse order, once, and all of it in spite of an error', async () => {
  const closing = new Closing();
  const log: string[] = [];
  for (const name of ['journal', 'ledger', 'server']) {
    closing.add(() => {
      log.push(name);
      return name === 'ledger' ? Promise.reject(new Error(name)) : Promise.resolve();
    });
  }
  await expect(closing.run()).rejects.toThrow('ledger');
  await expect(closing.run()).rejects.toThrow('ledger');
  expect(log).toEqual(['server', 'ledger', 'journal']);
});
