import { describe, expect, it } from '@jest/globals';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
import { fromBase64url } from '@yaosu/chaincode/signing/bytes';
import { nodeVerifyPrimitive } from '@yaosu/chaincode/signing/node-verify';
import { isSignedBy } from '@yaosu/chaincode/signing/verify-signature';
import { invitationKeyOf, newInvitationText } from './invitation-key.js';
import { signWith } from './signing-key.js';

const HALF = 43;

describe('the key of an invitation', () => {
  it('signs what a peer verifies under the id that it is admitted by, and cannot be read out', async () => {
    const key = await invitationKeyOf(await newInvitationText());
    if (key === undefined) throw new Error('no key');
    expect(kidOf(fromBase64url(key.publicKey))).toBe(key.kid);
    expect(key.privateKey.extractable).toBe(false);
    const said = { cmd: 'ab'.repeat(32), bytes: new TextEncoder().encode('counted') };
    const { publicKey } = key;
    const signature = await signWith(key, said);
    expect(await isSignedBy(said, signature, { publicKey, webauthn: null }, nodeVerifyPrimitive)).toBe(true);
  });

  it.each<[string, (text: string, other: string) => string]>([
    ['nothing', () => ''],
    ['cut', (text) => text.slice(0, -1)],
    ['longer', (text) => `${text}A`],
    ['with another sign in it', (text) => `.${text.slice(1)}`],
    ['with the private half of another', (text, other) => other.slice(0, HALF) + text.slice(HALF)],
    ['with the public half of another', (text, other) => text.slice(0, HALF) + other.slice(HALF)],
    ['off the curve', (text) => text.slice(0, -HALF) + 'A'.repeat(HALF)],
  ])('is none when its text is %s', async (_, spoil) => {
    const [text, other] = [await newInvitationText(), await newInvitationText()];
    expect(await invitationKeyOf(spoil(text, other))).toBeUndefined();
  });
});
