/** Blocks of the own organisation's peers, and of another organisation's while these are away or behind. */
import type { LedgerBlock } from '../../ledger.js';
import { BlockPump, type Pumped } from './block-pump.js';
import { Inbox } from './inbox.js';

/** Somebody who has blocks. */
export interface BlockFeed {
  /** From `from` on, without a gap. @throws when it is away */
  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock>;
  height(): Promise<bigint>;
}

/** Who is followed. */
export interface Feeds {
  readonly own: BlockFeed;
  /** Other organisations' peers, in the order in which they are asked. */
  readonly standIns: readonly BlockFeed[];
  /** Settles when heights are to be compared again, or the signal aborts. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

interface Heights {
  readonly own: bigint | undefined;
  readonly standIns: readonly (bigint | undefined)[];
}

type News = Pumped | { readonly kind: 'due' } | { readonly kind: 'looked'; readonly heights: Heights };

const answered = (feed: BlockFeed): Promise<bigint | undefined> => feed.height().catch(() => undefined);

const highest = (heights: readonly (bigint | undefined)[]): bigint =>
  heights.reduce<bigint>((most, each = 0n) => (each > most ? each : most), 0n);

/**
 * Follows the own peers; whoever stands in is read beside them and left when they have caught up. The own peers are behind when
 * they have not got by one look what another organisation's peer had at the look before.
 */
class Follower {
  readonly #feeds: Feeds;
  readonly #signal: AbortSignal;
  readonly #inbox = new Inbox<News>();
  /** The first block that nobody has given yet, and the first one that the own peers have not. */
  #next: bigint;
  #firm: bigint;
  #own: BlockPump | undefined;
  #standIn: BlockPump | undefined;
  #ownFailure: unknown;
  #seenElsewhere = 0n;
  /** Who is asked first: the one after the last that failed. */
  #first = 0;
  #isLooking = false;
  #isPausing = false;

  constructor(feeds: Feeds, from: bigint, signal: AbortSignal) {
    this.#feeds = feeds;
    this.#signal = signal;
    this.#next = from;
    this.#firm = from;
  }

  async *blocks(): AsyncGenerator<LedgerBlock, void, void> {
    const onAbort = (): void => this.#inbox.put({ kind: 'due' });
    this.#signal.addEventListener('abort', onAbort);
    try {
      this.#openOwn();
      this.#pause();
      while (!this.#signal.aborted) {
        const news = await this.#inbox.take();
        if (news.kind === 'block') yield* this.#given(news);
        else this.#happens(news);
      }
    } finally {
      this.#signal.removeEventListener('abort', onAbort);
      this.#own?.close();
      this.#standIn?.close();
    }
  }

  #openOwn(): void {
    this.#own = this.#pump(this.#feeds.own, this.#firm);
  }

  #pump(feed: BlockFeed, from: bigint): BlockPump {
    return new BlockPump(
      (signal) => feed.blocks(from, AbortSignal.any([signal, this.#signal])),
      (pumped) => this.#inbox.put(pumped),
    );
  }

  /** Between one look and the next, however long that one takes. */
  #pause(): void {
    if (this.#isPausing || this.#isLooking) return;
    this.#isPausing = true;
    void this.#feeds.pause(this.#signal).then(() => this.#inbox.put({ kind: 'due' }));
  }

  *#given({ from, block }: Extract<News, { kind: 'block' }>): Generator<LedgerBlock, void, void> {
    if (from === this.#own) yield this.#firmly(block);
    else if (from === this.#standIn && block.number === this.#next) {
      this.#next += 1n;
      yield { ...block, provisional: true };
    }
    from.pull();
  }

  #firmly(block: LedgerBlock): LedgerBlock {
    this.#firm = block.number + 1n;
    if (this.#firm < this.#next) return block;
    this.#next = this.#firm;
    this.#leaveStandIn();
    return block;
  }

  #happens(news: Exclude<News, { kind: 'block' }>): void {
    if (this.#signal.aborted) return;
    if (news.kind === 'ended') this.#ended(news);
    else if (news.kind === 'looked') this.#looked(news.heights);
    else this.#due();
    this.#pause();
  }

  #due(): void {
    this.#isPausing = false;
    if (this.#own === undefined) this.#openOwn();
    else if (this.#standIn === undefined) this.#look();
  }

  #ended({ from, failure }: Extract<News, { kind: 'ended' }>): void {
    if (from === this.#own) {
      this.#own = undefined;
      this.#ownFailure = failure;
    } else if (from === this.#standIn) {
      this.#standIn = undefined;
      this.#first += 1;
    } else return;
    if (this.#own === undefined && this.#standIn === undefined) this.#look();
  }

  #look(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    void this.#heights().then((heights) => this.#inbox.put({ kind: 'looked', heights }));
  }

  async #heights(): Promise<Heights> {
    const { own, standIns } = this.#feeds;
    const [ofOwn, ...ofStandIns] = await Promise.all([own, ...standIns].map(answered));
    return { own: ofOwn, standIns: ofStandIns };
  }

  #looked({ own, standIns }: Heights): void {
    this.#isLooking = false;
    const isBehind = own === undefined || own < this.#seenElsewhere;
    this.#seenElsewhere = highest(standIns);
    if (this.#standIn !== undefined) return;
    const isAway = this.#own === undefined;
    if (!isAway && !isBehind) return;
    const least = isAway ? this.#next : this.#next + 1n;
    const chosen = this.#firstWith(standIns, least);
    if (chosen !== undefined) this.#standIn = this.#pump(chosen, this.#next);
    else if (isAway) throw this.#ownFailure;
  }

  #firstWith(heights: Heights['standIns'], least: bigint): BlockFeed | undefined {
    const { standIns } = this.#feeds;
    const places = standIns.map((_, i) => (i + this.#first) % standIns.length);
    const place = places.find((each) => (heights[each] ?? -1n) >= least);
    return place === undefined ? undefined : standIns[place];
  }

  #leaveStandIn(): void {
    this.#standIn?.close();
    this.#standIn = undefined;
  }
}

/**
 * Every block from `from` on, without a gap, until the signal aborts. What the own peers have not given is `provisional`, and is
 * given again without that mark when they have it.
 * @throws what the own peers' stream threw when nobody stands in
 */
export const followBlocks = (
  feeds: Feeds,
  from: bigint,
  signal: AbortSignal,
): AsyncGenerator<LedgerBlock, void, void> => new Follower(feeds, from, signal).blocks();
