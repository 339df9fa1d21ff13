import { expect, test } from '@jest/globals';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { follow, type News } from './follow.js';

const block = (keys: readonly string[]): string =>
  `event: block\nid: 7\ndata: ${JSON.stringify({ asOfBlock: 7, keys })}\n\n`;
const READY = 'event: ready\nid: 6\ndata: {"asOfBlock":6}\n\n';

const streamOf = (...pieces: readonly (string | Uint8Array<ArrayBuffer>)[]): Response =>
  new Response(
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        for (const piece of pieces)
          controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
        controller.close();
      },
    }),
  );

/** What happened on a line that opens so, one opening after another, and is given up at the end. */
const heard = async (...openings: readonly (() => Response)[]): Promise<readonly string[]> => {
  const stop = new AbortController();
  const happened: string[] = [];
  const left = [...openings];
  const hearing = {
    open: () => Promise.resolve().then(() => left.shift()?.() ?? streamOf()),
    pause: (ms: number) => {
      happened.push(`paused ${String(ms)}`);
      if (left.length === 0) stop.abort();
      return Promise.resolve();
    },
    onNews: ({ block, isSeen }: News) =>
      void happened.push(`${isSeen ? 'news' : 'nothing seen'} of ${String(block)}`),
    onAway: () => void happened.push('away'),
  };
  const end = await follow(hearing, stop.signal).then(
    () => 'given up',
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );
  return [...happened, end];
};

const failing = (error: Error) => (): never => {
  throw error;
};
const noConnection = failing(new TypeError('fetch failed'));

test('the first word is news, and each block tells whether it changed something to be seen', async () => {
  expect(await heard(() => streamOf(READY, ':\n\n', block([]), block(['ship~1'])))).toEqual([
    ...['news of 6', 'nothing seen of 7', 'news of 7', 'away', 'paused 1000', 'given up'],
  ]);
});

test('an event that comes in pieces is one event', async () => {
  const bytes = new TextEncoder().encode(READY + block(['ship~药']));
  const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
  expect((await heard(() => streamOf(...pieces))).slice(0, 2)).toEqual(['news of 6', 'news of 7']);
});

test('a line that ends is opened again, later and later until something is heard', async () => {
  const openings = [noConnection, noConnection, () => streamOf(READY), noConnection];
  expect(await heard(...openings)).toEqual([
    ...[
      'away',
      'paused 2000',
      'away',
      'paused 4000',
      'news of 6',
      'away',
      'paused 1000',
      'away',
      'paused 2000',
    ],
    'given up',
  ]);
});

test('pauses end at half a minute', async () => {
  const pauses = (await heard(...Array<typeof noConnection>(7).fill(noConnection))).filter((each) =>
    each.startsWith('paused'),
  );
  expect(pauses.slice(-4)).toEqual(['paused 16000', 'paused 30000', 'paused 30000', 'paused 30000']);
});

test.each(['UNAUTHENTICATED', 'SESSION_EXPIRED'] as const)('%s ends it', async (code) => {
  expect(await heard(failing(new ApiError(code)))).toEqual([code]);
});

test('any other refusal may pass', async () => {
  expect(await heard(failing(new ApiError('INTERNAL')), () => streamOf(READY))).toEqual([
    ...['away', 'paused 2000', 'news of 6', 'away', 'paused 1000', 'given up'],
  ]);
});
