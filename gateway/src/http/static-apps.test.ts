import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { newErrorHandler, routeNotFound } from './error-handler.js';
import { staticApps } from './static-apps.js';

describe('the built apps', () => {
  let apps: string;
  let app: Express;
  beforeAll(async () => {
    apps = await mkdtemp(join(tmpdir(), 'apps-'));
    for (const name of ['portal', 'mobile']) {
      await mkdir(join(apps, name, 'dist'), { recursive: true });
      await writeFile(join(apps, name, 'dist', 'index.html'), `<p>${name}</p>`);
    }
    await writeFile(join(apps, 'mobile', 'dist', 'sw.js'), '1;');
    const assets = join(apps, 'portal', 'dist', 'assets');
    await mkdir(assets);
    await writeFile(join(assets, 'page-abc.js'), 'page();');
    await writeFile(join(assets, 'page-abc.js.gz'), gzipSync('page();'));
    app = express().use(staticApps(apps), routeNotFound, newErrorHandler(pino({ level: 'silent' })));
  });
  afterAll(() => rm(apps, { recursive: true }));

  it.each([
    ['/', 'text/html', 200, 'portal'],
    ['/batches/1', 'text/html', 200, 'portal'],
    ['/m/', 'text/html', 200, 'mobile'],
    ['/m', 'text/html', 200, 'mobile'],
    ['/m/scan', 'text/html', 200, 'mobile'],
    ['/m/sw.js', '*/*', 200, '1;'],
    ['/assets/missing.js', '*/*', 404, 'ROUTE_NOT_FOUND'],
    ['/api/nothing', 'text/html', 404, 'ROUTE_NOT_FOUND'],
    ['/..%2f..%2fpackage.json', '*/*', 404, 'ROUTE_NOT_FOUND'],
  ])('%s as %s is %s', async (path, accept, status, text) => {
    const answer = await request(app).get(path).set('accept', accept);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
  });

  it.each([
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('come to who takes %s as %s, and are kept for good', async (taken, sent) => {
    const { text, headers } = await request(app).get('/assets/page-abc.js').set('accept-encoding', taken);
    expect(text).toBe('page();');
    expect(headers['content-encoding']).toBe(sent);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(headers['vary']).toMatch(/accept-encoding/i);
  });

  it('are asked for anew where the name stays', async () => {
    const { headers } = await request(app).get('/m/sw.js');
    expect(headers['cache-control']).toBe('public, max-age=0');
  });

  it('are left out until they have been built', async () => {
    const later = join(apps, 'later');
    const empty = express().use(staticApps(later), routeNotFound, newErrorHandler(pino({ level: 'silent' })));
    const get = async (): Promise<number> =>
      (await request(empty).get('/').set('accept', 'text/html')).status;
    expect(await get()).toBe(404);
    await mkdir(join(later, 'portal', 'dist'), { recursive: true });
    await writeFile(join(later, 'portal', 'dist', 'index.html'), '<p>portal</p>');
    expect(await get()).toBe(200);
  });
});
