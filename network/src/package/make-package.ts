/**
 * The chaincode package that peers run, generated from the workspace: one CommonJS bundle, fabric-shim and
 * fabric-contract-api beside it, a lock of its own. The workspace folder itself is never packaged.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { COLLECTIONS } from '@yaosu/chaincode/model/collections';
import { build } from 'esbuild';

/** Left outside of the bundle, because the peer's Node image starts the chaincode through them. */
const EXTERNAL = ['fabric-shim', 'fabric-contract-api'] as const;

const require = createRequire(import.meta.url);

const versionOf = async (name: string): Promise<string> => {
  const file = await readFile(require.resolve(`${name}/package.json`), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
};

const externalVersions = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(await Promise.all(EXTERNAL.map(async (name) => [name, await versionOf(name)] as const)));

const manifest = async (overrides: Readonly<Record<string, string>>): Promise<object> => ({
  name: 'yaosu-chaincode',
  version: '1.0.0',
  private: true,
  license: 'Apache-2.0',
  main: 'index.cjs',
  engines: { node: '>=20' },
  scripts: { start: 'fabric-chaincode-node start' },
  dependencies: await externalVersions(),
  overrides,
});

/** What of the root's overrides the packaged dependencies need; a workspace's overrides do not travel. */
const OVERRIDDEN = ['@hyperledger/fabric-protos', 'class-transformer'] as const;

const rootOverrides = async (root: string): Promise<Readonly<Record<string, string>>> => {
  const { overrides } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    overrides: Record<string, string>;
  };
  return Object.fromEntries(OVERRIDDEN.map((name) => [name, overrides[name] ?? '']));
};

/**
 * Writes the package's files into a folder; its lock is made there by `npm i --package-lock-only`.
 * @param root folder of the repository
 * @param entry module that exports `contracts`, the product's when none is given
 */
export const makePackage = async (
  root: string,
  folder: string,
  entry = join(root, 'chaincode/src/index.ts'),
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'index.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: ['source'],
    // Names and lines stay, so that whoever installs it can read it.
    minifySyntax: true,
    external: [...EXTERNAL],
    logLevel: 'silent',
  });
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  await write('package.json', await manifest(await rootOverrides(root)));
  await write('collections.json', COLLECTIONS);
};

/** The folder of the repository, seen from this file. */
export const repositoryRoot = dirname(dirname(dirname(import.meta.dirname)));
