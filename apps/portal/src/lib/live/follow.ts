import { ApiError } from '@yaosu/gateway/api/api-error';
import { events, type ServerSentEventMessage } from 'fetch-event-stream';

/** How the gateway is heard. */
export interface Hearing {
  /** Opens `GET /api/events`. @throws ApiError when it is refused, TypeError without a connection */
  readonly open: (signal: AbortSignal) => Promise<Response>;
  /** Waits so many milliseconds, or until the signal. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A block changed something that this login may see, or one until this may have been missed. */
  readonly onNews: (block: number) => void;
  /** Nothing is heard any more, for now. */
  readonly onAway: () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** The block that an event tells of. @returns undefined when it changed nothing for this login */
const newsOf = ({ data }: ServerSentEventMessage): number | undefined => {
  const { asOfBlock, keys } = JSON.parse(data ?? '') as { asOfBlock: number; keys?: readonly string[] };
  return keys?.length === 0 ? undefined : asOfBlock;
};

const hear = async (
  { open, onNews }: Pick<Hearing, 'open' | 'onNews'>,
  signal: AbortSignal,
): Promise<void> => {
  for await (const event of events(await open(signal))) {
    const block = newsOf(event);
    if (block !== undefined) onNews(block);
  }
};

/** Nobody is told anything without a session; whatever else goes wrong may pass. */
const isSessionOver = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'UNAUTHENTICATED' || error.code === 'SESSION_EXPIRED');

/** Whether anything was heard before it ended. @throws ApiError when the session is over */
const heardSomething = async (hearing: Hearing, signal: AbortSignal): Promise<boolean> => {
  let isHeard = false;
  const onNews = (block: number): void => {
    isHeard = true;
    hearing.onNews(block);
  };
  try {
    await hear({ open: hearing.open, onNews }, signal);
  } catch (error) {
    if (isSessionOver(error)) throw error;
  }
  return isHeard;
};

/**
 * Follows the gateway's stream until the signal; one that ends is opened again, later and later while nothing is heard.
 * @throws ApiError when the session is over
 */
export const follow = async (hearing: Hearing, signal: AbortSignal): Promise<void> => {
  let pauseMs = FIRST_PAUSE_MS;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const isHeard = await heardSomething(hearing, signal);
    if (isOver()) return;
    pauseMs = isHeard ? FIRST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
    hearing.onAway();
    await hearing.pause(pauseMs, signal);
  }
};
