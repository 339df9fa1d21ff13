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
    expect(await requireCommands({ FABRIC_BIN: folder, PATH: '' }, 'raft')).toEqual(expected);
    expect(await requireCommands({ PATH: `/nowhere:${folder}` }, 'raft')).toEqual(expected);
    const elsewhere = requireCommands({ FABRIC_BIN: '/nowhere', PATH: folder }, 'raft');
    await expect(elsewhere).rejects.toThrow(/peer is missing/);
  });

  it('each that is missing is named with the next step', async () => {
    await put('peer', 'v2.5.16');
    const lines = (await findCommands({ FABRIC_BIN: folder }, 'raft')).map(({ name, advice }) => [
      name,
      advice,
    ]);
    expect(lines[0]).toEqual(['peer', undefined]);
    for (const [name, advice] of lines.slice(1))
      expect(advice).toMatch(`${String(name)} is missing: install Fabric`);
  });

  it.each(['v2.4.9', 'v1.4.12', 'v3.1.5'])('%s is refused', async (version) => {
    await putAll(version);
    await expect(requireCommands({ FABRIC_BIN: folder }, 'raft')).rejects.toThrow(
      `peer is ${version}, this network needs 2.5 or a newer 2.x`,
    );
  });

  it('of SmartBFT are those of Fabric 3.1, which FABRIC3_BIN alone names', async () => {
    await putAll('v3.1.5');
    await expect(requireCommands({ FABRIC3_BIN: folder }, 'bft')).resolves.toHaveProperty('peer');
    const others = requireCommands({ FABRIC_BIN: folder, PATH: folder }, 'bft');
    await expect(others).rejects.toThrow(
      "peer is missing: install Fabric's release archive v3.1.5 and name its bin folder in FABRIC3_BIN",
    );
    await putAll('v2.5.16');
    const older = requireCommands({ FABRIC3_BIN: folder }, 'bft');
    await expect(older).rejects.toThrow('peer is v2.5.16, this network needs 3.1 or a newer 3.x');
  });

  it('a build that says no release is taken as it is', async () => {
    await putAll('latest');
    await expect(requireCommands({ FABRIC_BIN: folder }, 'raft')).resolves.toHaveProperty('peer');
  });
});
