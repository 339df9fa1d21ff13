/** A gateway whose own peer is away: blocks come from another organisation's until it is back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { Ledger, LedgerBlock } from '@yaosu/network';
import { openEmbedded } from './ledger/open-embedded.js';
import { systemPorts } from './ports.js';
import { sampleBatch } from './testing/sample-batch.js';
import { newSeededFolder } from './testing/seeded-folder.js';
import { newTestGateway, type Actor, type TestGateway } from './testing/test-gateway.js';

/** Blocks on their way to the gateway: marked while the own peer is away, and given again when it is back. */
class Feed {
  isAway = false;
  #given: LedgerBlock[] = [];
  readonly #waiting: LedgerBlock[] = [];
  #wake: () => void = () => undefined;
  #leave: () => void = () => undefined;
  /** Settles when nobody follows it any more. */
  readonly left = new Promise<void>((resolve) => (this.#leave = resolve));

  /** What the own peer says when it is back of what another one gave. */
  comeBack(say: (block: LedgerBlock) => LedgerBlock = (block) => block): void {
    this.isAway = false;
    this.#put(...this.#given.map(say));
    this.#given = [];
  }

  over(ledger: Ledger): Ledger {
    return {
      channelGenesis: ledger.channelGenesis,
      submit: (call, identity) => ledger.submit(call, identity),
      evaluate: (call, identity) => ledger.evaluate(call, identity),
      blocks: (from, signal) => this.#blocks(ledger, from, signal),
      blockBytes: (number) => ledger.blockBytes(number),
      height: () => ledger.height(),
      find: (txId) => ledger.find(txId),
      close: () => ledger.close(),
    };
  }

  async *#blocks(ledger: Ledger, from: bigint, signal: AbortSignal): AsyncGenerator<LedgerBlock, void, void> {
    signal.addEventListener('abort', () => this.#wake());
    void this.#fill(ledger.blocks(from, signal));
    try {
      while (!signal.aborted) {
        const block = this.#waiting.shift();
        if (block !== undefined) yield block;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.#leave();
    }
  }

  async #fill(blocks: AsyncIterable<LedgerBlock>): Promise<void> {
    for await (const block of blocks) {
      if (this.isAway) this.#given.push(block);
      this.#put(this.isAway ? { ...block, provisional: true } : block);
    }
  }

  #put(...blocks: readonly LedgerBlock[]): void {
    this.#waiting.push(...blocks);
    this.#wake();
  }
}

describe('a gateway that reads another organisation’s peer', () => {
  const feed = new Feed();
  let gateway: TestGateway;
  let actor: Actor;
  let folder: string;

  const register = async (): Promise<{
    readonly key: string;
    readonly txId: string;
    readonly block: number;
  }> => {
    const draft = await sampleBatch(actor.client);
    const receipt = await actor.client.submit(batchActs.register, actor.sign(batchActs.register, draft));
    if (receipt.state !== 'committed') throw new Error('the batch is not on the ledger');
    const { txId, block } = receipt;
    return { key: `batch~${draft.batch}`, txId, block };
  };
  const ready = async (): Promise<readonly [number, Readonly<Record<string, unknown>>]> => {
    const response = await fetch(`${gateway.url}/readyz`);
    return [response.status, (await response.json()) as Record<string, unknown>];
  };
  const figure = async (name: string): Promise<string | undefined> =>
    new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`${gateway.url}/metrics`)).text())?.[1];
  /** Settles when the own peer's word has been taken in. */
  const settled = async (): Promise<void> => {
    const { block } = await register();
    await gateway.services.projection.reached(block);
  };

  beforeAll(async () => {
    folder = await newSeededFolder();
    gateway = await newTestGateway({
      folder,
      openLedger: async () => {
        const access = await openEmbedded(folder, systemPorts.clock);
        return { ...access, ledger: feed.over(access.ledger) };
      },
    });
    actor = await gateway.actor('cdmo-production');
  });
  afterAll(() => gateway.remove());

  it('says of everything that it rests on that peer, of a transaction only where its own block does', async () => {
    const before = await register();
    expect(await actor.client.read('record', { key: before.key })).not.toHaveProperty('provisional');
    feed.isAway = true;
    const after = await register();
    for (const { key } of [before, after])
      expect(await actor.client.read('record', { key })).toMatchObject({ provisional: true });
    expect(await actor.client.read('transaction', before)).not.toHaveProperty('provisional');
    expect(await actor.client.read('transaction', after)).toMatchObject({ provisional: true });
    const { blocks } = await actor.client.read('blocks', {});
    const marked = blocks.filter(({ provisional }) => provisional).map(({ number }) => number);
    expect(Math.min(...marked)).toBeGreaterThan(before.block);
    expect(marked).toContain(after.block);
    expect(await ready()).toMatchObject([200, { status: 'ready', provisional: true }]);
    expect(Number(await figure('yaosu_provisional_blocks'))).toBe(marked.length);
  });

  it('signs no checkpoint of such a block, so that nothing proves it', async () => {
    const { key, block } = await register();
    await expect(actor.client.read('recordProof', { key })).rejects.toMatchObject({
      code: 'PROOF_PENDING',
      details: { block, provisional: true },
    });
    const { blockLog, checkpoints } = gateway.services;
    expect(checkpoints.latest?.checkpoint.size ?? 0).toBeLessThanOrEqual(blockLog.firm);
    expect(blockLog.size).toBeGreaterThan(blockLog.firm);
  });

  it('proves it when the own peer has given it too', async () => {
    const { key } = await register();
    feed.comeBack();
    await settled();
    expect(await actor.client.read('recordProof', { key })).not.toHaveProperty('provisional');
    expect((await ready())[1]).not.toHaveProperty('provisional');
    expect(await figure('yaosu_provisional_blocks')).toBe('0');
  });

  it('stands still, and says so, when the own peer has given another one', async () => {
    feed.isAway = true;
    const { key, block } = await register();
    const { projection } = gateway.services;
    const stood = projection.asOfBlock;
    feed.comeBack((each) => ({ ...each, headerHash: 'ff'.repeat(32) }));
    await feed.left;
    await projection.close();
    const [status, problem] = await ready();
    expect([status, problem['code']]).toEqual([503, 'LEDGER_FORKED']);
    expect(problem['details']).toMatchObject({ given: 'ff'.repeat(32) });
    expect((problem['details'] as { block: number }).block).toBeLessThanOrEqual(block);
    expect(await figure('yaosu_ledger_forked')).toBe('1');
    expect(projection.asOfBlock).toBe(stood);
    expect(await actor.client.read('record', { key })).toMatchObject({ provisional: true });
  });
});
