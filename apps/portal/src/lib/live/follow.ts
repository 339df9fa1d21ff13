import { ApiError } from '@yaosu/gateway/api/api-error';
import { events, type ServerSentEventMessage } from 'fetch-event-stream';

/** What the gateway tells. */
export interface News {
  /** The newest block. */
  readonly block: number;
  /** Whether a record that this login may see was changed, or may have been before anything was heard. */
  readonly isSeen: boolean;
}

/** How the gateway is heard. */
export interface Hearing {
  /** Opens `GET /api/events`. @throws ApiError when it is refused, TypeError without a connection */
  readonly open: (signal: AbortSignal) => Promise<Response>;
  /** Waits so many milliseconds, or until the signal. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onNews: (news: News) => void;
  /** Nothing is heard any more, for now. */
  readonly onAway: () => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const newsOf = ({ data }: ServerSentEventMessage): News => {
  const { asOfBlock, keys } = JSON.parse(data ?? '') as { asOfBlock: number; keys?: readonly string[] };
  return { block: asOfBlock, isSeen: keys?.length !== 0 };
};

const hear = async (
  { open, onNews }: Pick<Hearing, 'open' | 'onNews'>,
  signal: AbortSignal,
): Promise<void> => {
  for await (const event of events(await open(signal))) {
    onNews(newsOf(event));
  }
};

/** Nobody is told anything without a session; whatever else goes wrong may pass. */
const isSessionOver = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'UNAUTHENTICATED' || error.code === 'SESSION_EXPIRED');

/** Whether anything was heard before it ended. @throws ApiError when the session is over */
const heardSomething = async (hearing: Hearing, signal: AbortSignal): Promise<boolean> => {
  let isHeard = false;
  const onNews = (news: News): void => {
    isHeard = true;
    hearing.onNews(news);
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
