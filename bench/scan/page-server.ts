/** The bench's page, built as the phone app is and served on a free port of this machine. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { build } from 'vite';

/** A page that is served. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds and serves the page of this folder. */
export const servePage = async (): Promise<ServedPage> => {
  const folder = await mkdtemp(join(tmpdir(), 'yaosu-scan-'));
  await build({
    root: join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
    build: { target: 'es2022', assetsInlineLimit: 0, outDir: folder, emptyOutDir: true },
  });
  const server = createServer(express().use(express.static(folder))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
