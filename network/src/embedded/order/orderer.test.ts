import { describe, expect, it, jest } from '@jest/globals';
import { Orderer } from './orderer.js';

const bytes = (value: number) => Uint8Array.of(value);

function newOrderer(maxMessageCount: number, commit: (envelopes: readonly Uint8Array[]) => Promise<void>) {
  const onFailure = jest.fn();
  const onTaken = jest.fn();
  const orderer = new Orderer({ maxMessageCount, batchTimeoutMs: 0, commit, onFailure, onTaken });
  return { orderer, onFailure, onTaken };
}

/** An orderer whose blocks are kept, envelopes as numbers. */
function newRecorder(maxMessageCount: number) {
  const blocks: (number | undefined)[][] = [];
  const recorder = newOrderer(maxMessageCount, (envelopes) => {
    blocks.push(envelopes.map((envelope) => envelope[0]));
    return Promise.resolve();
  });
  return { ...recorder, blocks };
}

describe('orderer', () => {
  it('puts what gathers into one block, in order', async () => {
    const { orderer, blocks } = newRecorder(10);
    for (const value of [1, 2, 3]) orderer.broadcast([bytes(value)]);
    await orderer.close();
    expect(blocks).toEqual([[1, 2, 3]]);
  });

  it('tells of each envelope before there is a block of it, and of none that it refuses', async () => {
    const { orderer, blocks, onTaken } = newRecorder(10);
    orderer.broadcast([bytes(1), bytes(2)]);
    expect([onTaken.mock.calls, blocks]).toEqual([[[bytes(1)], [bytes(2)]], []]);
    expect(() => {
      orderer.broadcast([new Uint8Array(11 * 1024 * 1024)]);
    }).toThrow('exceeds maximum');
    expect(onTaken).toHaveBeenCalledTimes(2);
    await orderer.close();
  });

  it('fills a block up to its count and never parts what came together', async () => {
    const { orderer, blocks } = newRecorder(2);
    orderer.broadcast([bytes(1)]);
    orderer.broadcast([bytes(2), bytes(3)]);
    orderer.broadcast([bytes(4), bytes(5), bytes(6)]);
    await orderer.close();
    expect(blocks).toEqual([[1], [2, 3], [4, 5, 6]]);
  });

  it('keeps company from what wants to be alone', async () => {
    const { orderer, blocks } = newRecorder(10);
    orderer.broadcast([bytes(1)]);
    orderer.broadcast([bytes(2)], true);
    orderer.broadcast([bytes(3)]);
    await orderer.close();
    expect(blocks).toEqual([[1], [2], [3]]);
  });

  it('accepts nothing after a block could not be stored', async () => {
    const failure = new Error('disk full');
    const { orderer, onFailure } = newOrderer(1, () => Promise.reject(failure));
    orderer.broadcast([bytes(1)]);
    await orderer.close();
    expect(onFailure).toHaveBeenCalledWith(failure);
    expect(() => {
      orderer.broadcast([bytes(2)]);
    }).toThrow('no orderers could successfully process transaction');
  });

  it('refuses an envelope that is too big', () => {
    const { orderer } = newRecorder(1);
    expect(() => {
      orderer.broadcast([new Uint8Array(11 * 1024 * 1024)]);
    }).toThrow('message payload is 11534336 bytes and exceeds maximum allowed 10485760 bytes');
  });
});
