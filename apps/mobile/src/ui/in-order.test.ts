import { expect, test } from '@jest/globals';
import { newInOrder } from './in-order.js';

test('tasks run one after the other, also after one that failed', async () => {
  const inOrder = newInOrder();
  const ran: string[] = [];
  let end = (): void => undefined;
  const slow = inOrder(async () => {
    await new Promise<void>((resolve) => (end = resolve));
    ran.push('slow');
    throw new Error('no room');
  });
  const quick = inOrder(() => {
    ran.push('quick');
    return Promise.resolve();
  });
  await Promise.resolve();
  expect(ran).toEqual([]);
  end();
  await expect(slow).rejects.toThrow('no room');
  await quick;
  expect(ran).toEqual(['slow', 'quick']);
});
