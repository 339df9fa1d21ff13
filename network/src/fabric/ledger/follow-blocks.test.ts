import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerBlock } from '../../ledger.js';
import { followBlocks, type BlockFeed } from './follow-blocks.js';
import { Inbox } from './inbox.js';

const block = (number: number): LedgerBlock => ({
  number: BigInt(number),
  headerHash: `h${String(number)}`,
  previousHash: `h${String(number - 1)}`,
  dataHash: 'd',
  leaf: `l${String(number)}`,
  transactions: [],
});

/** A peer with so many blocks, of which streams give what they are let. */
class FakePeer implements BlockFeed {
  has = 0;
  /** What was asked for from which block on. */
  readonly asked: number[] = [];
  open = 0;
  #isAway = false;
  #stop: (failure: Error) => void = () => undefined;
  #wake: () => void = () => undefined;
  #left: () => void = () => undefined;

  /** It commits blocks up to a number of them. */
  reach(height: number): void {
    this.has = height;
    this.#wake();
  }

  die(): void {
    this.#isAway = true;
    this.#stop(new Error('away'));
  }

  rise(): void {
    this.#isAway = false;
  }

  /** Settles when nobody reads from it. */
  async left(): Promise<void> {
    while (this.open > 0) await new Promise<void>((resolve) => (this.#left = resolve));
  }

  height(): Promise<bigint> {
    return this.#isAway ? Promise.reject(new Error('away')) : Promise.resolve(BigInt(this.has));
  }

  async *blocks(from: bigint, signal: AbortSignal): AsyncGenerator<LedgerBlock, void, void> {
    this.asked.push(Number(from));
    if (this.#isAway) throw new Error('away');
    const stopped = new Promise<never>((_, reject) => {
      this.#stop = reject;
      signal.addEventListener('abort', () => reject(new Error('closed')));
    });
    stopped.catch(() => undefined);
    this.open += 1;
    try {
      for (let next = Number(from); ; next++) {
        while (next >= this.has)
          await Promise.race([stopped, new Promise<void>((resolve) => (this.#wake = resolve))]);
        yield block(next);
      }
    } finally {
      this.open -= 1;
      this.#left();
    }
  }
}

describe('following the own peer', () => {
  let own: FakePeer;
  let other: FakePeer;
  let third: FakePeer;
  let ticks: Inbox<true>;
  let pauses: Inbox<true>;
  let stop: AbortController;
  let stream: AsyncGenerator<LedgerBlock, void, void>;

  beforeEach(() => {
    [own, other, third] = [new FakePeer(), new FakePeer(), new FakePeer()];
    [ticks, pauses] = [new Inbox(), new Inbox()];
    stop = new AbortController();
    const pause = async (): Promise<void> => {
      pauses.put(true);
      await ticks.take();
    };
    stream = followBlocks({ own, standIns: [other, third], pause }, 0n, stop.signal);
  });
  afterEach(async () => {
    stop.abort();
    await stream.return().catch(() => undefined);
    await Promise.all([own, other, third].map((peer) => peer.left()));
  });

  const look = (): void => ticks.put(true);
  /** Settles when so many pauses have begun since it was asked last; one begins with the stream. */
  const paused = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await pauses.take();
  };
  /** The next blocks; `~` is before a provisional one. */
  const take = async (count: number): Promise<readonly string[]> => {
    const taken: string[] = [];
    while (taken.length < count) {
      const { value } = await stream.next();
      taken.push(`${value?.provisional === true ? '~' : ''}${String(value?.number)}`);
    }
    return taken;
  };

  it('asks nobody else while it has what others have', async () => {
    for (const peer of [own, other, third]) peer.reach(3);
    expect(await take(3)).toEqual(['0', '1', '2']);
    look();
    look();
    own.reach(4);
    expect(await take(1)).toEqual(['3']);
    expect([other.asked, third.asked]).toEqual([[], []]);
  });

  it('does not call it behind for what another one has had only since the last look', async () => {
    own.reach(1);
    other.reach(2);
    expect(await take(1)).toEqual(['0']);
    const taken = take(1);
    look();
    await paused(2);
    own.reach(2);
    expect(await taken).toEqual(['1']);
    expect(other.asked).toEqual([]);
  });

  it('reads on from another one when it is dead, and is told the same again by it when it is back', async () => {
    own.reach(2);
    other.reach(2);
    expect(await take(2)).toEqual(['0', '1']);
    own.die();
    other.reach(4);
    expect(await take(2)).toEqual(['~2', '~3']);
    expect([other.asked, third.asked]).toEqual([[2], []]);
    own.rise();
    own.reach(5);
    look();
    expect(await take(3)).toEqual(['2', '3', '4']);
    await other.left();
  });

  it('reads on from another one when it is silent and behind for longer than from look to look', async () => {
    own.reach(1);
    expect(await take(1)).toEqual(['0']);
    other.reach(3);
    look();
    look();
    expect(await take(2)).toEqual(['~1', '~2']);
    expect(own.open).toBe(1);
    own.reach(3);
    expect(await take(2)).toEqual(['1', '2']);
    await other.left();
  });

  it('goes to a third one when the second dies as well', async () => {
    own.reach(1);
    other.reach(2);
    third.reach(3);
    expect(await take(1)).toEqual(['0']);
    own.die();
    expect(await take(1)).toEqual(['~1']);
    other.die();
    expect(await take(1)).toEqual(['~2']);
    expect(third.asked).toEqual([2]);
  });

  it('says why it cannot go on when nobody is left', async () => {
    own.reach(1);
    expect(await take(1)).toEqual(['0']);
    for (const peer of [own, other, third]) peer.die();
    await expect(take(1)).rejects.toThrow('away');
  });

  it('leaves nobody’s stream open when it is ended', async () => {
    own.reach(1);
    other.reach(2);
    expect(await take(1)).toEqual(['0']);
    own.die();
    expect(await take(1)).toEqual(['~1']);
    const last = stream.next();
    stop.abort();
    expect(await last).toEqual({ done: true, value: undefined });
  });
});
