import { beforeAll, describe, expect, it } from '@jest/globals';
import { create } from 'qrcode';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { hasSigned, signatoryOf } from '../hand-over/agree.js';
import {
  decodeMessage,
  encodeMessage,
  type DepartMessage,
  type WasteOfferMessage,
} from '../hand-over/messages.js';
import type { Manifest } from '../shipments/reference.js';
import { answerDeparture, departCommand, newDeparture } from './departure.js';
import { sessionAt } from '../testing/session-at.js';
import { answerWasteOffer, newWasteOffer, wasteOfferCommand } from './road-hand-over.js';

const [MANIFEST, SEEN] = ['b'.repeat(64), 'c'.repeat(64)];
const manifest = {
  ...{ manifest: MANIFEST, code: '271-002-02', generator: 'qingtai', carrier: 'lvtu' },
  lines: Array.from({ length: 20 }, (_, at) => ({
    ...{ drum: String(at).padStart(64, '0'), dangerousClass: '3' },
  })),
} as unknown as Manifest;

describe('waste on two phones', () => {
  let driver: DeviceSession;
  let other: DeviceSession;
  beforeAll(async () => {
    [driver, other] = (await Promise.all(['lvtu', 'qingtai'].map(sessionAt))) as [
      DeviceSession,
      DeviceSession,
    ];
  });

  it('departs by one command that names the keeper first, what the driver has seen, and both sign', async () => {
    const shown = encodeMessage(newDeparture(driver, manifest, SEEN, { number: 'P-7', digest: SEEN }));
    const request = decodeMessage(shown) as DepartMessage;
    const answer = await answerDeparture(other, request);
    const command = departCommand(request, answer.k);
    expect(command.parties.map(({ role, enterprise }) => [role, enterprise])).toEqual([
      ['generator', 'qingtai'],
      ['driver', 'lvtu'],
    ]);
    expect(command.subject).toEqual({ key: `man~${MANIFEST}`, seenHash: SEEN });
    expect(await hasSigned(command, answer.k, answer.s)).toBe(true);
    const altered = departCommand({ ...request, p: null }, answer.k);
    expect(await hasSigned(altered, answer.k, answer.s)).toBe(false);
  });

  it('goes on with the next driver by one command, however many drums fit into a manifest', async () => {
    const shown = encodeMessage(newWasteOffer(driver, manifest, '苏A·D0910'));
    expect(() => create(shown, { errorCorrectionLevel: 'L' })).not.toThrow();
    const request = decodeMessage(shown) as WasteOfferMessage;
    expect(request.k).toEqual(['3']);
    const answer = await answerWasteOffer(other, request);
    const command = wasteOfferCommand(request, answer.k);
    expect(await hasSigned(command, answer.k, answer.s)).toBe(true);
    const { signature } = await signCommand(driver.key, command);
    expect(await hasSigned(command, signatoryOf(driver), signature)).toBe(true);
    const altered = wasteOfferCommand({ ...request, v: '苏A·D0911' }, answer.k);
    expect(await hasSigned(altered, answer.k, answer.s)).toBe(false);
  });
});
