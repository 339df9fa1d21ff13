/**
 * `npm run story [-- --url URL] [--json FILE] [--logger FILE]`: plays the story on a server, a throwaway one unless a URL
 * is given; one line an act, exit 1 at the first difference.
 */
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { playStory, type PlayedAct, type PlayedStory } from '@yaosu/gateway/story';
import { systemPorts } from '@yaosu/gateway/ports';
import { RunningServer } from '../support/running-server.js';

const { values } = parseArgs({
  options: { url: { type: 'string' }, json: { type: 'string' }, logger: { type: 'string' } },
});

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const printAct = ({
  number,
  title,
  transactions,
  lastTxId,
  lastBlock,
  milliseconds,
  lines,
  actors,
}: PlayedAct): void => {
  const where = `tx ${lastTxId.slice(0, 12)}… block ${String(lastBlock)}`;
  print(
    `${String(number)}  ${title}: ${String(transactions)} transactions, ${where}, ${String(milliseconds)} ms`,
  );
  print(`   by ${actors.join(', ')}`);
  for (const line of lines) print(`   ${line}`);
};

const play = async (url: string): Promise<PlayedStory> => {
  const loggerExport = values.logger === undefined ? undefined : await readFile(values.logger);
  return playStory({
    url,
    ports: systemPorts,
    onAct: printAct,
    ...(loggerExport === undefined ? {} : { loggerExport }),
  });
};

const server = values.url === undefined ? await RunningServer.start() : undefined;
try {
  const story = await play(values.url ?? server?.url ?? '');
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(story, null, 2)}\n`);
  print(`story ${story.run}: ${String(story.acts.length)} acts as expected`);
} catch (error) {
  print(`story failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await server?.dispose();
}
