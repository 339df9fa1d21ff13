import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { COMMANDS, findCommands, requireCommands } from './commands.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yaosu-commands-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, version: string): Promise<void> => {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\necho "${name}:"\necho " Version: ${version}"\n`);
  await chmod(file, 0o755);
};
const putAll = (version: string): Promise<unknown> => Promise.all(COMMANDS.map((name) => put(name, version)));

describe('Fabric’s commands', () => {
  it('are found in FABRIC_BIN, or on PATH where that is not set', async () => {
    await putAll('v2.5.16');
    const expected = Object.fromEntries(COMMANDS.map((name) => [name, join(folder, name)]));
    expect(await requireCommands({ FABRIC_BIN: folder, PATH: '' })).toEqual(expected);
    expect(await requireCommands({ PATH: `/nowhere:${folder}` })).toEqual(expected);
    await expect(requireCommands({ FABRIC_BIN: '/nowhere', PATH: folder })).rejects.toThrow(
      /peer is missing/,
    );
  });

  it('each that is missing is named with the next step', async () => {
    await put('peer', 'v2.5.16');
    const lines = (await findCommands({ FABRIC_BIN: folder })).map(({ name, advice }) => [name, advice]);
    expect(lines[0]).toEqual(['peer', undefined]);
    for (const [name, advice] of lines.slice(1))
      expect(advice).toMatch(`${String(name)} is missing: install Fabric`);
  });

  it.each(['v2.4.9', 'v1.4.12', 'v3.1.5'])('%s is refused', async (version) => {
    await putAll(version);
    await expect(requireCommands({ FABRIC_BIN: folder })).rejects.toThrow(
      `peer is ${version}, this network needs 2.5 or a newer 2.x`,
    );
  });

  it('a build that says no release is taken as it is', async () => {
    await putAll('latest');
    await expect(requireCommands({ FABRIC_BIN: folder })).resolves.toHaveProperty('peer');
  });
});
