import { describe, expect, it } from '@jest/globals';
import type { EndorsementResponse, Endorser } from 'fabric-common';
import { TimeoutError } from 'fabric-network';
import {
  broadcastFailure,
  broadcastRefusal,
  commitFailure,
  refusalOf,
  unreachedPeers,
} from './legacy-errors.js';

const TX = 'ab12';

const answer = (name: string, status: number, message = ''): EndorsementResponse => ({
  connection: { type: 'Endorser', name, url: `grpcs://${name}`, options: {} },
  response: { status, message, payload: Buffer.alloc(0) },
  payload: Buffer.alloc(0),
});

describe('answers of peers', () => {
  it('refuse nothing when all agree', () => {
    expect(refusalOf('endorse', [answer('a', 200), answer('b', 200)], TX)).toBeUndefined();
  });

  it.each([
    ["the chaincode's own words", 'BATCH_NOT_FOUND {"batch":"b"}', true],
    ['a peer whose chaincode did not run', 'error in simulation: failed to execute transaction', undefined],
    ['a peer that does not let the creator in', 'access denied: channel [c] creator org [X]', undefined],
  ])('refuse with %s', (_what, message, chaincode) => {
    const refusal = refusalOf('endorse', [answer('a', 200), answer('b', 500, message)], TX);
    expect(refusal).toMatchObject({ phase: 'endorse', message, details: { txId: TX, status: 'ABORTED' } });
    expect(refusal?.details.chaincode).toBe(chaincode);
  });

  it('that did not come name the organisations that are away', () => {
    const error = Object.assign(new Error('14 UNAVAILABLE'), { connection: answer('b', 0).connection });
    const targets = [
      { name: 'a', mspid: 'CdmoMSP' },
      { name: 'b', mspid: 'LogisticsMSP' },
    ] as unknown as readonly Endorser[];
    expect(unreachedPeers([error], targets, TX).details).toMatchObject({
      status: 'UNAVAILABLE',
      away: ['LogisticsMSP'],
    });
  });
});

describe('orderers, each of which was asked', () => {
  it.each([
    ['SUCCESS', undefined, undefined],
    ['SERVICE_UNAVAILABLE', 'UNAVAILABLE', true],
    ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', true],
    ['BAD_REQUEST', 'UNAVAILABLE', undefined],
    ['FORBIDDEN', 'UNAVAILABLE', undefined],
  ])('that answer %s at last: status %s, unordered %s', (status, expected, unordered) => {
    const refusal = broadcastRefusal({ status, info: 'no Raft leader' }, TX);
    expect([refusal?.details.status, refusal?.details.unordered]).toEqual([expected, unordered]);
    if (refusal !== undefined)
      expect([refusal.phase, refusal.details.txId, refusal.message]).toEqual([
        'submit',
        TX,
        `rejected by Ordering Service: status=${status}, info=no Raft leader`,
      ]);
  });

  it.each(['exists', 'processed'])(
    'of SmartBFT that say of an envelope that it already %s have it',
    (word) => {
      const info = `failed to submit request: request already ${word}`;
      expect(broadcastRefusal({ status: 'SERVICE_UNAVAILABLE', info }, TX)).toBeUndefined();
    },
  );

  it('that cannot be reached have not taken it', () => {
    const failure = broadcastFailure(new Error('Committer orderer-cdmo is not connected'), TX);
    expect(failure).toMatchObject({
      phase: 'submit',
      details: { txId: TX, status: 'UNAVAILABLE', unordered: true },
    });
  });

  it('are told by their own refusal', () => {
    const refusal = broadcastRefusal({ status: 'BAD_REQUEST' }, TX);
    expect(broadcastFailure(refusal, TX)).toBe(refusal);
  });
});

describe('a commit that was awaited', () => {
  it('is invalid by its code', () => {
    const thrown = Object.assign(new Error('x'), { transactionCode: 'MVCC_READ_CONFLICT' });
    expect(commitFailure(thrown, TX)).toMatchObject({ phase: 'commit', details: { txId: TX, code: 11 } });
  });

  it('is unknown when nothing was heard in time', () => {
    const failure = commitFailure(new TimeoutError({ message: 'x', transactionId: TX }), TX);
    expect(failure).toMatchObject({ phase: 'commit', details: { txId: TX, status: 'DEADLINE_EXCEEDED' } });
    expect(failure.details.code).toBeUndefined();
  });
});
