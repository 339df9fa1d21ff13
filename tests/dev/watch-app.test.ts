/** `npm run dev` bundles an app again when one of its files changes, and goes on after a mistake in one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const DEV = pathToFileURL(join(import.meta.dirname, '../../bin/dev.mjs')).href;

describe('an app under development', () => {
  let folder: string;
  let watching: ChildProcess;
  let lines: AsyncIterator<string, undefined>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yaosu-dev-'));
    await writeFile(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
    await writeFile(join(folder, 'main.js'), 'document.title = "first"');
    const script = `const { watchApp } = await import('${DEV}'); await watchApp(process.argv[1], 'app');`;
    watching = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const reader: Interface = createInterface({ input: watching.stdout as NodeJS.ReadableStream });
    lines = reader[Symbol.asyncIterator]() as AsyncIterator<string, undefined>;
  });
  afterAll(async () => {
    const ended = once(watching, 'exit');
    watching.kill();
    await ended;
    await rm(folder, { recursive: true });
  });

  const told = async (line: RegExp): Promise<void> => {
    for (;;) {
      const next = await lines.next();
      if (next.done === true) throw new Error('it ended');
      if (line.test(next.value)) return;
    }
  };
  const bundled = async (): Promise<string> => {
    const [file = ''] = (await readdir(join(folder, 'dist', 'assets'))).filter((name) =>
      name.endsWith('.js'),
    );
    return readFile(join(folder, 'dist', 'assets', file), 'utf8');
  };

  test('is bundled at first and after a change, also when a change in between was wrong', async () => {
    await told(/^Bundled app$/);
    expect(await bundled()).toContain('first');
    await writeFile(join(folder, 'main.js'), 'document.title = ;');
    await told(/^app cannot be bundled: /);
    await writeFile(join(folder, 'main.js'), 'document.title = "second"');
    await told(/^Bundled app$/);
    expect(await bundled()).toContain('second');
  });
});
