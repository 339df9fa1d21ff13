import { expect, test } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

const failed = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

test.each([
  [
    'a refused connection',
    failed('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' }),
    true,
  ],
  ['a socket that is not there', failed('connect ENOENT', { code: 'ENOENT', syscall: 'connect' }), true],
  ['a server that shuts down', failed('terminating connection', { code: '57P01' }), true],
  ['a server that starts', failed('the database system is starting up', { code: '57P03' }), true],
  ['a connection that broke', failed('Connection terminated unexpectedly'), true],
  ['a pool without connection', failed('timeout exceeded when trying to connect'), true],
  ['a missing file', failed('ENOENT: no such file', { code: 'ENOENT', syscall: 'open' }), false],
  ['a broken rule of the database', failed('duplicate key', { code: '23505' }), false],
  ['a mistake of ours', new TypeError('x is undefined'), false],
  ['no error', 'ECONNREFUSED', false],
])('%s', (_, error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
});
