// Builds what is stale: server workspaces are transpiled file by file, the two apps are bundled by Vite.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const servers = ['chaincode', 'identity', 'network', 'gateway'];
const apps = ['apps/portal', 'apps/mobile'];
/** Sources that an app is bundled from besides its own. */
const appSources = ['chaincode/src', 'identity/src/keys', 'gateway/src/api', 'bin/vite'];

const filesUnder = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .filter((file) => !/node_modules|\/dist\/|\.test\.tsx?$/.test(file))
        .sort()
    : [];

const fingerprint = (folders) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of folders.flatMap((folder) => filesUnder(join(root, folder)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
};

const ifStale = async (name, folders, make) => {
  const stamp = join(root, name, 'dist', '.built-from');
  const now = fingerprint(folders);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stdout.write(`Building ${name} …\n`);
  rmSync(join(root, name, 'dist'), { recursive: true, force: true });
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
};

const transpile = async (workspace) => {
  const { build: esbuild } = await import('esbuild');
  await esbuild({
    entryPoints: filesUnder(join(root, workspace, 'src')).filter((file) => file.endsWith('.ts')),
    outdir: join(root, workspace, 'dist'),
    outbase: join(root, workspace, 'src'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
};

const bundle = async (workspace) => {
  const { build: vite } = await import('vite');
  await vite({ root: join(root, workspace), logLevel: 'warn' });
};

/** Transpiles every server workspace whose sources changed since its last build. */
export const buildServers = async () => {
  for (const workspace of servers) await ifStale(workspace, [`${workspace}/src`], () => transpile(workspace));
};

/** Builds every workspace whose sources changed since its last build. */
export const build = async () => {
  await buildServers();
  for (const workspace of apps) {
    await ifStale(workspace, [workspace, ...appSources], () => bundle(workspace));
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
