import { describe, expect, test } from '@jest/globals';
import type { ComponentType } from 'react';
import { page, pageAt } from './page-source.js';

const Empty: ComponentType = () => null;
const source = (path: string) => page(path, () => Promise.resolve(Empty));
const PAGES = ['/', '/tasks/:id', '/tasks/new', '/acts/:contract/:act'].map(source);
const pathAt = (pathname: string): string | undefined => pageAt(pathname, PAGES)?.path;

describe('the page of an address', () => {
  test.each([
    ['/', '/'],
    ['/tasks/7', '/tasks/:id'],
    ['/tasks/7/', '/tasks/:id'],
    ['/tasks/new', '/tasks/new'],
    ['/acts/Batch/register', '/acts/:contract/:act'],
  ])('%s is %s', (pathname, path) => {
    expect(pathAt(pathname)).toBe(path);
  });

  test.each(['/tasks', '/tasks/7/8', '/nowhere'])('%s has none', (pathname) => {
    expect(pathAt(pathname)).toBeUndefined();
  });
});

describe('a page', () => {
  test('is here once its script was fetched, and is asked for again after a failure', async () => {
    const answers = [() => Promise.reject(new Error('no connection')), () => Promise.resolve(Empty)];
    const fetched = page('/', () => (answers.shift() ?? (() => Promise.reject(new Error('asked twice'))))());
    await expect(fetched.load()).rejects.toThrow('no connection');
    expect(fetched.here()).toBeUndefined();
    await fetched.load();
    expect(fetched.here()).toBe(Empty);
    await expect(fetched.load()).resolves.toBe(Empty);
  });
});
