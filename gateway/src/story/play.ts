/** Plays the story act by act. */
import type { Ports } from '../ports.js';
import { ACTS_OF_THE_STORY } from './acts/index.js';
import { Stage, type Gateways } from './stage.js';
import type { World } from './world.js';

/** One act of the story as it was played. */
export interface PlayedAct {
  readonly number: number;
  readonly title: string;
  /** Transactions of the act, refused ones not counted. */
  readonly transactions: number;
  readonly actors: readonly string[];
  readonly lastTxId: string;
  readonly lastBlock: number;
  readonly milliseconds: number;
  /** What the act showed, line by line. */
  readonly lines: readonly string[];
}

/** The story as it was played. */
export interface PlayedStory {
  readonly run: string;
  readonly acts: readonly PlayedAct[];
}

/** How a story is played. */
export interface StoryOptions {
  readonly url: string;
  readonly ports: Ports;
  /** Gateways of organisations that have one of their own. */
  readonly gateways?: Gateways;
  /** A logger's export in place of the made one. */
  readonly loggerExport?: Uint8Array;
  readonly onAct?: (act: PlayedAct) => void;
}

/** Plays all acts on one server. @throws StoryFailed at the first figure that differs, ApiError at the first refusal */
export const playStory = async (options: StoryOptions): Promise<PlayedStory> => {
  const { url, ports } = options;
  const stage = await Stage.open(url, ports, options.gateways);
  const world: World = {};
  const acts: PlayedAct[] = [];
  for (const { number, title, play } of ACTS_OF_THE_STORY) {
    const from = stage.played.length;
    const begun = ports.clock.nowMs();
    const lines = await play(stage, world, options);
    const played = stage.played.slice(from);
    const last = played.at(-1);
    const act: PlayedAct = {
      number,
      title,
      transactions: played.length,
      actors: [...new Set(played.map(({ login }) => login))],
      lastTxId: last?.txId ?? '',
      lastBlock: last?.block ?? 0,
      milliseconds: Math.round(ports.clock.nowMs() - begun),
      lines,
    };
    acts.push(act);
    options.onAct?.(act);
  }
  return { run: stage.run, acts };
};
