import { describe, expect, it } from '@jest/globals';
import { LedgerError, type Found } from '@yaosu/network';
import { outcomeOf, type Outcome } from '../ledger/outcome.js';
import { newImpatientPorts } from '../testing/test-ports.js';
import { deliver, type Delivery } from './deliver.js';
import { DeliveryStopped } from './delivery-stopped.js';
import { OrderingGate } from './ordering-gate.js';

const COMMITTED: Outcome = { kind: 'committed', txId: 't1', block: 7, result: { key: 'k' } };
const commitError = (code: number): Outcome =>
  outcomeOf(new LedgerError('commit', 'invalid', { txId: 'tx', code }));
const refusal = (text: string): Outcome => outcomeOf(new LedgerError('endorse', text, { chaincode: true }));

const foundAt = (block: bigint): Found => ({ block, code: 0, result: Buffer.from('{"key":"k"}') });

const newDelivery = (outcomes: readonly Outcome[], found: Readonly<Record<string, Found>> = {}) => {
  const ports = newImpatientPorts();
  const stop = new AbortController();
  const sent: string[] = [];
  let attempts = 0;
  const delivery: Delivery = {
    ledger: { find: (txId) => Promise.resolve(found[txId]) },
    ports,
    signal: stop.signal,
    gate: new OrderingGate(ports),
    attempt: () => {
      const outcome = outcomes[Math.min(attempts, outcomes.length - 1)];
      attempts += 1;
      return outcome === undefined ? Promise.reject(new Error('no outcome')) : Promise.resolve(outcome);
    },
    noteSent: (txId) => {
      sent.push(txId);
      return Promise.resolve();
    },
    warn: () => undefined,
    debug: () => undefined,
  };
  return { delivery, stop, sent, delays: ports.delays, attempts: () => attempts };
};

describe('delivery', () => {
  it.each([11, 12, 10])('makes a new proposal after validation code %s', async (code) => {
    const { delivery, attempts } = newDelivery([commitError(code), COMMITTED]);
    expect(await deliver(delivery)).toMatchObject({ name: 'committed', block: 7 });
    expect(attempts()).toBe(2);
  });

  it('gives up after so many conflicts, and after a second policy failure', async () => {
    const conflicts = newDelivery([commitError(11)]);
    expect(await deliver(conflicts.delivery)).toMatchObject({ name: 'refused', code: 'LEDGER_CONFLICT' });
    expect(conflicts.attempts()).toBe(13);
    expect(Math.max(...conflicts.delays)).toBeLessThanOrEqual(1000);
    const policy = newDelivery([commitError(10)]);
    expect(await deliver(policy.delivery)).toMatchObject({ name: 'refused', code: 'LEDGER_CONFLICT' });
    expect(policy.attempts()).toBe(2);
  });

  it('tries again when endorsers do not agree', async () => {
    const mismatch = outcomeOf(
      new LedgerError('endorse', 'ProposalResponsePayloads do not match', { status: 'ABORTED' }),
    );
    expect(await deliver(newDelivery([mismatch, COMMITTED]).delivery)).toMatchObject({ name: 'committed' });
  });

  it('ends with the refusal of the peers', async () => {
    const { delivery, attempts } = newDelivery([refusal('peer: ROLE_NOT_HELD {"role":"mah"}')]);
    expect(await deliver(delivery)).toEqual({
      name: 'refused',
      code: 'ROLE_NOT_HELD',
      details: { role: 'mah' },
    });
    expect(attempts()).toBe(1);
  });

  it('waits while the ledger is away, longer and longer up to a bound', async () => {
    const away = outcomeOf(new LedgerError('endorse', 'no peer', { status: 'UNAVAILABLE' }));
    const { delivery, delays } = newDelivery([...Array<Outcome>(20).fill(away), COMMITTED]);
    expect(await deliver(delivery)).toMatchObject({ name: 'committed' });
    expect(delays).toHaveLength(20);
    expect(Math.max(...delays)).toBeLessThanOrEqual(30_000);
  });

  it('looks an unknown transaction up before it tries again', async () => {
    const unknown = outcomeOf(new LedgerError('commit', 'lost', { txId: 'lost' }));
    const { delivery, sent, attempts } = newDelivery([unknown, COMMITTED], { lost: foundAt(9n) });
    expect(await deliver(delivery)).toMatchObject({ name: 'committed', txId: 'lost', block: 9 });
    expect([sent, attempts()]).toEqual([['lost'], 1]);
  });

  it('finds out one by one whether orderers are back', async () => {
    const nobody = new LedgerError('submit', 'no orderers', {
      status: 'UNAVAILABLE',
      unordered: true,
      txId: 'x',
    });
    const one = newDelivery([...Array<Outcome>(5).fill(outcomeOf(nobody)), COMMITTED]);
    expect(await deliver(one.delivery)).toMatchObject({ name: 'committed' });
    expect(one.attempts()).toBe(6);
    expect(one.sent).toEqual(Array(5).fill('x'));
  });

  it('takes ALREADY for the answer that was lost', async () => {
    const { delivery } = newDelivery([outcomeOf(new Error('reset')), refusal('ALREADY {"txId":"t9"}')], {
      t9: foundAt(4n),
    });
    expect(await deliver(delivery)).toEqual({
      name: 'committed',
      txId: 't9',
      block: 4,
      result: { key: 'k' },
    });
  });

  it('asks again when nobody can be asked what ALREADY means', async () => {
    const { delivery, attempts } = newDelivery([refusal('ALREADY {"txId":"t9"}')]);
    const answers = [Promise.reject(new Error('no peer')), Promise.resolve(foundAt(4n))];
    const find: Delivery['ledger']['find'] = () => answers.shift() ?? Promise.resolve(undefined);
    expect(await deliver({ ...delivery, ledger: { find } })).toMatchObject({ name: 'committed', txId: 't9' });
    expect(attempts()).toBe(2);
  });

  it('waits for the block that an endorser has and the own peer has not yet', async () => {
    const { delivery, attempts } = newDelivery([refusal('ALREADY {"txId":"t9"}')]);
    const answers = [undefined, undefined, foundAt(4n)];
    const find: Delivery['ledger']['find'] = () => Promise.resolve(answers.shift());
    expect(await deliver({ ...delivery, ledger: { find } })).toMatchObject({ name: 'committed', txId: 't9' });
    expect(attempts()).toBe(3);
  });

  it('does not wait for ever for a transaction that a peer has made up', async () => {
    const { delivery, attempts } = newDelivery([refusal('ALREADY {"txId":"t9"}')]);
    expect(await deliver(delivery)).toMatchObject({ name: 'refused', code: 'ALREADY' });
    expect(attempts()).toBe(13);
  });

  it('takes up what an earlier life had sent', async () => {
    const { delivery, attempts } = newDelivery([COMMITTED], { old: foundAt(2n) });
    expect(await deliver(delivery, 'old')).toMatchObject({ txId: 'old', block: 2 });
    expect(attempts()).toBe(0);
  });

  it('stops when told, without an end for the command', async () => {
    const { delivery, stop } = newDelivery([COMMITTED]);
    stop.abort();
    await expect(deliver(delivery)).rejects.toBeInstanceOf(DeliveryStopped);
  });
});
