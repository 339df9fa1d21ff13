import { beforeAll, describe, expect, it } from '@jest/globals';
import { isSpokenCode } from '@yaosu/chaincode/model/kernel/spoken-code';
import type { OfferPayload } from '@yaosu/chaincode/model/shipment/offer-schemas';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { sessionAt } from '../testing/session-at.js';
import { commandOf, hasSigned, newOffer, signatoryOf } from './agree.js';
import { deskOf, keysOfDesk, signAlone } from './alone.js';

const DESK = ['1'.repeat(64), '2'.repeat(64)];
const known = { person: null, isRevoked: false };
const SHIPMENT = 'b'.repeat(64);
const keys = {
  receiving: { ...known, enterprise: 'qingtai', functions: ['receivingInspector' as const] },
  warehouse: { ...known, enterprise: 'qingtai', functions: ['warehouseKeeper' as const] },
  driver: { ...known, enterprise: 'qingtai', functions: ['driver' as const] },
  analyst: { ...known, enterprise: 'qingtai', functions: ['analyst' as const] },
  lost: { ...known, enterprise: 'qingtai', functions: ['warehouseKeeper' as const], isRevoked: true },
  invited: {
    ...{ ...known, enterprise: 'qingtai', functions: ['warehouseKeeper' as const] },
    onlyFor: `ship~${SHIPMENT}`,
  },
  invitedElsewhere: {
    ...{ ...known, enterprise: 'qingtai', functions: ['warehouseKeeper' as const] },
    onlyFor: `ship~${'e'.repeat(64)}`,
  },
  sender: { ...known, enterprise: 'linhe', functions: ['warehouseKeeper' as const] },
};

describe('a hand-over without a phone on the other side', () => {
  let session: DeviceSession;
  beforeAll(async () => {
    session = await sessionAt('jiezhou');
  });
  const offered = () =>
    newOffer(session, {
      a: 'receive',
      s: SHIPMENT,
      c: [{ batch: 'c'.repeat(64), quantity: '10' }],
      e: ['S-1'],
      w: null,
    });

  it.each([
    ['receive', 'inTransit', 'qingtai'],
    ['refuse', 'arrived', 'qingtai'],
    ['handOver', 'refused', 'linhe'],
    ['handOver', 'inTransit', undefined],
  ] as const)('%s of a load that is %s is for the desk of %s', (step, state, desk) => {
    expect(deskOf({ state, consignee: 'qingtai', consignor: 'linhe' }, step)).toBe(desk);
  });

  it.each([
    ['receive', ['invited', 'receiving', 'warehouse']],
    ['handOver', ['driver', 'invited', 'warehouse']],
  ] as const)('%s is signed for the good keys of those who may take it', (step, expected) => {
    expect(keysOfDesk({ keys }, 'qingtai', { a: step, s: SHIPMENT })).toEqual(expected);
  });

  it('has a half for each key, each of the very command that its holder would sign', async () => {
    const offer = offered();
    const { envelope } = await signAlone(session, offer, { firm: 'qingtai', kids: DESK });
    const { halves, taker, step } = envelope.command.payload as unknown as OfferPayload;
    expect([taker, step, halves.map(({ kid }) => kid)]).toEqual(['qingtai', 'receive', DESK]);
    for (const { kid, signature } of halves) {
      const whole = commandOf(offer, { e: 'qingtai', k: kid });
      expect(await hasSigned(whole, signatoryOf(session), signature)).toBe(true);
      const other = commandOf({ ...offer, e: [] }, { e: 'qingtai', k: kid });
      expect(await hasSigned(other, signatoryOf(session), signature)).toBe(false);
    }
  });

  it('has a code with its check character, another one each time', async () => {
    const desk = { firm: 'qingtai', kids: DESK };
    const codes = [await signAlone(session, offered(), desk), await signAlone(session, offered(), desk)];
    expect(codes.every(({ code }) => isSpokenCode(code))).toBe(true);
    expect(codes[0]?.code).not.toBe(codes[1]?.code);
  });
});
