import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { playStory } from '@yaosu/gateway/story';
import { systemPorts } from '@yaosu/gateway/ports';
import { RunningServer } from '../support/running-server.js';

const MINUTES = 60_000;

describe('the story', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await RunningServer.start();
  }, 2 * MINUTES);
  afterAll(() => server.dispose());

  test(
    'is played over HTTP, every figure as it was written by hand',
    async () => {
      const { acts } = await playStory({ url: server.url, ports: systemPorts });
      expect(acts.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(
        acts.every(({ transactions, lastTxId }) => transactions > 0 && /^[0-9a-f]{64}$/.test(lastTxId)),
      ).toBe(true);
    },
    5 * MINUTES,
  );
});
