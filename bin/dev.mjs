// Apps under development: bundled again whenever a source of theirs changes, into the folder that the gateway serves.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const apps = ['apps/portal', 'apps/mobile'];

const print = (line) => process.stdout.write(`${line}\n`);

/** Bundles a Vite folder and goes on whenever a file of its changes; settles with the first bundle, also a broken one. */
export const watchApp = async (folder, name = folder) => {
  const { build } = await import('vite');
  const watcher = await build({ root: folder, logLevel: 'warn', build: { watch: {} } });
  await new Promise((resolve) => {
    watcher.on('event', async (event) => {
      if (event.code === 'BUNDLE_END') {
        await event.result.close();
        print(`Bundled ${name}`);
      }
      if (event.code === 'ERROR') print(`${name} cannot be bundled: ${event.error.message}`);
      if (event.code === 'END' || event.code === 'ERROR') resolve();
    });
  });
};

/** Bundles both apps and goes on. */
export const watchApps = async () => {
  for (const app of apps) await watchApp(join(root, app), app);
};
