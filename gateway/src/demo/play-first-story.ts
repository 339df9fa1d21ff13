/** Plays the story's data into a fresh demo, once a data folder; a start that was cut off leaves the rest out. */
import { join } from 'node:path';
import { readPrivateFile, writePrivateFile } from '../data/private-file.js';
import { playStory, type PlayedAct } from '../story/play.js';
import type { Gateway } from '../start.js';

/** Tells of the progress, one line an act. */
export type Tell = (line: string) => void;

const lineOf = ({ number, title, transactions, milliseconds }: PlayedAct): string =>
  `Story, act ${String(number)}: ${title} (${String(transactions)} transactions, ${String(milliseconds)} ms)`;

/** Plays the story when this is the first start of a demo. A figure that differs is said aloud and stops nothing. */
export const playFirstStory = async ({ url, services }: Gateway, tell: Tell): Promise<void> => {
  const { config, demo, ports, log } = services;
  const marker = join(config.data, 'demo', 'story-played');
  if (!config.story || demo === undefined || (await readPrivateFile(marker)) !== undefined) return;
  await writePrivateFile(marker, url);
  try {
    await playStory({ url, ports, onAct: (act) => tell(lineOf(act)) });
  } catch (error) {
    log.error({ err: error }, 'the story could not be played to its end; the demo has the part before');
    tell('The story stopped before its end; see the log.');
  }
};
