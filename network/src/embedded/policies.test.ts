import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { common, msp } from '@hyperledger/fabric-protos';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { LedgerError } from '../ledger.js';
import type { Step } from './testing/probe-contract.js';
import {
  CDMO,
  get,
  history,
  LOGISTICS,
  MANUFACTURER,
  newProbeDefinition,
  put,
  REGULATOR,
  remove,
  TestLedger,
} from './testing/test-ledger.js';

const VALID = 0;
const POLICY = 10;
const MVCC = 11;
const DUPLICATE = 9;

describe('endorsement policies', () => {
  let test: TestLedger;
  beforeEach(async () => {
    const weak = newProbeDefinition({
      name: 'weak',
      policy: { n: 1, of: [{ peer: CDMO }, { peer: MANUFACTURER }] },
    });
    test = await TestLedger.open({ chaincodes: [newProbeDefinition(), weak] });
  });
  afterEach(() => test.close());

  const by = (...endorsers: MspId[]) => ({ endorsers });

  it.each([
    { name: 'a write', steps: [put('k', '1')] },
    { name: 'a read', steps: [get('k')] },
  ])('refuses $name endorsed by one of four', async ({ steps }) => {
    expect(await test.submit(steps, by(MANUFACTURER))).toBe(POLICY);
  });

  it("asks for the key's own policy and for nothing else", async () => {
    await test.submit([put('k', '1'), guard('k', MANUFACTURER, REGULATOR)]);
    expect(await test.submit([put('k', '2')], by(MANUFACTURER, CDMO, LOGISTICS))).toBe(POLICY);
    expect(await test.submit([put('k', '2')], by(MANUFACTURER, REGULATOR))).toBe(VALID);
    expect(await test.submit([put('k', '3'), put('l', '1')], by(MANUFACTURER, REGULATOR))).toBe(POLICY);
  });

  it('lets a policy go with its key', async () => {
    await test.submit([put('k', '1'), guard('k', MANUFACTURER)]);
    expect(await test.submit([remove('k')], by(MANUFACTURER))).toBe(VALID);
    expect(await test.submit([put('k', '2')], by(MANUFACTURER))).toBe(POLICY);
  });

  it('makes readers stale when a policy changes, without an entry in the history', async () => {
    await test.submit([put('k', '1')]);
    const held = await test.endorse([get('k')]);
    await test.submit([guard('k', MANUFACTURER)]);
    expect(await test.order(held)).toEqual([MVCC]);
    expect((await test.evaluate([history('k')]))[0]).toHaveLength(1);
  });

  it('refuses a write behind a change of policy in the same block, were it the same policy', async () => {
    await test.submit([put('k', '1'), guard('k', MANUFACTURER)]);
    const change = await test.endorse([guard('k', MANUFACTURER)], by(MANUFACTURER));
    const write = await test.endorse([put('k', '2')], by(MANUFACTURER));
    expect(await test.order(change, write)).toEqual([VALID, POLICY]);
  });

  it('stores no policy for an absent key', async () => {
    expect(await test.submit([guard('k', MANUFACTURER)])).toBe(VALID);
    expect(await test.evaluate([{ call: 'getStateValidationParameter', args: ['k'] }])).toEqual([null]);
  });

  it('lets events pass that speak of guarded keys', async () => {
    await test.submit([put('k', '1'), guard('k', MANUFACTURER, REGULATOR)]);
    expect(await test.submit([{ call: 'setEvent', args: ['Released', { hex: '00' }] }])).toBe(VALID);
  });

  it('plans endorsers from the namespaces that were written, as a gateway does', async () => {
    const call: Step = {
      call: 'invokeChaincode',
      args: ['weak', ['Probe:run', JSON.stringify([put('k', '1')])]],
    };
    const held = await test.endorse([call], { endorsers: [] });
    expect(await test.order(held)).toEqual([POLICY]);
    expect(await test.submit([call, put('k', '1')], { endorsers: [] })).toBe(VALID);
  });

  it('gives the second of two equal envelopes DUPLICATE_TXID, in the same block and later', async () => {
    const held = await test.endorse([put('k', '1')]);
    await test.order(held, held);
    await test.order(held);
    await test.submit([put('l', '1')]);
    const height = await test.ledger.height();
    const codes: number[] = [];
    for (let number = 3n; number < height; number += 1n) {
      codes.push(...(await test.ledger.block(number)).transactions.map(({ code }) => code));
    }
    expect(codes).toEqual([VALID, DUPLICATE, DUPLICATE, VALID]);
  });

  it('makes transactions stale that were endorsed under an older definition', async () => {
    const held = await test.endorse([put('k', '1')]);
    await test.ledger.upgrade(newProbeDefinition({ version: '2' }));
    expect(await test.order(held)).toEqual([MVCC]);
    expect(await test.submit([put('k', '1')])).toBe(VALID);
  });

  it('gives the words of a contract that refuses', async () => {
    const refused = test.endorse([{ raise: 'NOT_YOURS' }], by(MANUFACTURER));
    await expect(refused).rejects.toBeInstanceOf(LedgerError);
    await expect(refused).rejects.toMatchObject({
      phase: 'endorse',
      message: 'NOT_YOURS',
      details: { chaincode: true, messages: ['ManufacturerMSP: chaincode response 500, NOT_YOURS'] },
    });
  });
});

/** A key policy that all the organisations' peers have to meet. */
function guard(key: string, ...organisations: readonly MspId[]): Step {
  const envelope = new common.SignaturePolicyEnvelope();
  const all = new common.SignaturePolicy.NOutOf();
  all.setN(organisations.length);
  organisations.forEach((mspId, index) => {
    const role = new msp.MSPRole();
    role.setMspIdentifier(mspId);
    role.setRole(msp.MSPRole.MSPRoleType.PEER);
    const principal = new msp.MSPPrincipal();
    principal.setPrincipal(role.serializeBinary());
    envelope.addIdentities(principal);
    const rule = new common.SignaturePolicy();
    rule.setSignedBy(index);
    all.addRules(rule);
  });
  const rule = new common.SignaturePolicy();
  rule.setNOutOf(all);
  envelope.setRule(rule);
  const hex = Buffer.from(envelope.serializeBinary()).toString('hex');
  return { call: 'setStateValidationParameter', args: [key, { hex }] };
}
