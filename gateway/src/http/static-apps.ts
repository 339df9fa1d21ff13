import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import { builtFiles, sendBuilt } from './built-files.js';

/** `apps/` beside `gateway/`, from `src/http` as from `dist/http`. */
const APPS = fileURLToPath(new URL('../../../apps/', import.meta.url));

const mount = (router: Router, path: string, folder: string): void => {
  const index = join(folder, 'index.html');
  router.use(path, builtFiles(folder), express.static(folder, { redirect: false }));
  router.get([path, join(path, '{*page}')], (request, response, next) => {
    const isPage = request.accepts(['json', 'html']) === 'html' && !request.path.startsWith('/api/');
    // Asked each time: a bundle that is made anew is away for a moment.
    if (isPage && existsSync(index)) sendBuilt(request, response, index, false);
    else next();
  });
};

/** The phone app under `/m/` and the portal at `/`, where they have been built; their pages fall back to the index. */
export const staticApps = (apps: string = APPS): Router => {
  const router = Router();
  mount(router, '/m/', join(apps, 'mobile', 'dist'));
  mount(router, '/', join(apps, 'portal', 'dist'));
  return router;
};
