import { peer } from '@hyperledger/fabric-protos';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CDMO,
  LOGISTICS,
  MANUFACTURER,
  MEMBERS_ONLY,
  newProbeDefinition,
  TestLedger,
} from './testing/test-ledger.js';

const { VALID } = peer.TxValidationCode;
const PROBE = newProbeDefinition({
  collections: [MEMBERS_ONLY],
});

describe('a countersigned run', () => {
  let test: TestLedger;
  beforeEach(async () => {
    test = await TestLedger.open({ chaincodes: [PROBE], countersign: true });
  });
  afterEach(() => test.close());

  it('is one for all endorsers, each of whom signs it', async () => {
    // Runs of their own would not come to the same number.
    const held = await test.endorse([{ call: 'random', args: [] }]);
    expect(await test.order(held)).toEqual([VALID]);
    const { block } = await test.ledger.outcome(held.txId);
    const { transactions } = await test.ledger.block(block);
    expect(transactions[0]?.endorsers).toEqual([MANUFACTURER, CDMO, LOGISTICS]);
  });

  it('does not speak for a peer without the private values', async () => {
    const transient = { value: Buffer.from('terms') };
    const value = { hex: transient.value.toString('hex') };
    const written = [{ call: 'putPrivateData', args: ['shared', 'k', value] }];
    expect(await test.submit(written, { transient })).toBe(VALID);
    const read = [{ call: 'getPrivateData', args: ['shared', 'k'] }];
    await expect(test.endorse(read, { endorsers: [MANUFACTURER, CDMO] })).resolves.toBeDefined();
    await expect(test.endorse(read)).rejects.toThrow('ProposalResponsePayloads do not match');
  });

  it('that refuses is everybody’s refusal', async () => {
    await expect(test.endorse([{ raise: 'NO' }])).rejects.toMatchObject({
      phase: 'endorse',
      details: {
        chaincode: true,
        messages: [MANUFACTURER, CDMO, LOGISTICS].map((mspId) => expect.stringContaining(`${mspId}: `)),
      },
    });
  });
});
