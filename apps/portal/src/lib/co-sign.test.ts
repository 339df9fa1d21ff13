import { describe, expect, test } from '@jest/globals';
import { disputeActs } from '@yaosu/chaincode/model/dispute/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { parseCards, parsePassed, partiesOf, type SigningCard } from './co-sign.js';
import { encodePassed } from './passed-on.js';
import { isCoSigned } from './is-co-signed.js';

const signer = (enterprise: string, role: string, ...functions: string[]): SigningCard => ({
  enterprise,
  kid: enterprise.padEnd(64, '0').replace(/[^0-9a-f]/g, 'a'),
  roles: [role],
  functions,
});
const keeper = signer('cdmo', 'wasteGenerator', 'wasteKeeper');
const driver = signer('carrier', 'wasteCarrier', 'driver');
const escort = signer('carrier', 'wasteCarrier', 'escort');
const rolesOf = (parties: ReturnType<typeof partiesOf>): readonly string[] | undefined =>
  parties?.map(({ role }) => role);

describe('acts that several sign at desks', () => {
  test('everybody stands in the part that fits, in the order of the table', () => {
    expect(rolesOf(partiesOf(wasteActs.depart, [keeper, escort, driver]))).toEqual([
      'generator',
      'driver',
      'escort',
    ]);
    expect(rolesOf(partiesOf(wasteActs.depart, [driver, keeper]))).toEqual(['generator', 'driver']);
  });

  test('who fits nowhere, and a part without anybody, are refused', () => {
    expect(partiesOf(wasteActs.depart, [keeper])).toBeUndefined();
    expect(
      partiesOf(wasteActs.depart, [keeper, driver, signer('other', 'pharmacy', 'pharmacist')]),
    ).toBeUndefined();
  });

  test('phones sign what is handed over where the goods are', () => {
    expect([wasteActs.depart, stockActs.destroy, disputeActs.resolve].map(isCoSigned)).toEqual([
      true,
      true,
      true,
    ]);
    expect([shipmentActs.handOver, wasteActs.seal].map(isCoSigned)).toEqual([false, false]);
  });
});

describe('what is passed on', () => {
  const command = newCommand({
    act: wasteActs.depart,
    ledgerId: '0'.repeat(32),
    parties: partiesOf(wasteActs.depart, [keeper, driver]) ?? [],
    payload: { manifest: '1'.repeat(64), permit: null },
    seenHash: '2'.repeat(64),
    nonce: '3'.repeat(32),
    capturedAt: '2026-11-25T08:00:00.000Z',
  });
  const signature = { alg: 'ES256', form: 'p1363', signature: 'A'.repeat(86) } as const;
  const text = encodePassed({ command, signatures: [signature, null] });

  test('comes out as it went in', () => {
    expect(parsePassed(`  ${text}\n`)).toEqual({ command, signatures: [signature, null] });
  });

  test('is refused when it was altered, cut or is something else', () => {
    expect(parsePassed(text.replace('"permit":null', '"permit":1'))).toBeUndefined();
    expect(parsePassed(text.slice(0, -3))).toBeUndefined();
    expect(parsePassed(text.replace(',null]', ']'))).toBeUndefined();
    expect(parsePassed('YAOSU-CARD:{}')).toBeUndefined();
  });

  test('cards are read line by line; a wrong line spoils all', () => {
    const line = `YAOSU-CARD:${JSON.stringify(driver)}`;
    expect(parseCards(`${line}\n\n${line}`)).toEqual([driver, driver]);
    expect(parseCards('')).toEqual([]);
    expect(parseCards(`${line}\nhello`)).toBeUndefined();
  });
});
