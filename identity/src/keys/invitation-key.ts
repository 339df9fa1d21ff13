/** The key of an invitation: made by who invites, carried by a link, and used in a browser that keeps nothing of it. */
import { toBase64url } from '@yaosu/chaincode/signing/bytes';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
import { ALGORITHM, SIGNING, type DeviceKey } from './device-key.js';

/** Private number and both coordinates of the public point, 32 bytes each, base64url. */
const TEXT = /^([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{43})$/;
const PROBE = new TextEncoder().encode('yaosu-invitation');

/** A new key as the text that its link carries: whoever has the text is its holder. */
export const newInvitationText = async (): Promise<string> => {
  const { privateKey } = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const { d = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', privateKey);
  return d + x + y;
};

/** Whether the two halves belong together; browsers differ in whether they ask. */
const isPair = async (privateKey: CryptoKey, publicKey: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify(SIGNING, publicKey, await crypto.subtle.sign(SIGNING, privateKey, PROBE), PROBE);

/** The key of a text, which cannot be read out again; undefined when the text was cut or altered. */
export const invitationKeyOf = async (text: string): Promise<DeviceKey | undefined> => {
  const [, d, x, y] = TEXT.exec(text) ?? [];
  if (d === undefined || x === undefined || y === undefined) return undefined;
  const point = { kty: 'EC', crv: ALGORITHM.namedCurve, x, y };
  try {
    const publicKey = await crypto.subtle.importKey('jwk', point, ALGORITHM, true, ['verify']);
    const privateKey = await crypto.subtle.importKey('jwk', { ...point, d }, ALGORITHM, false, ['sign']);
    if (!(await isPair(privateKey, publicKey))) return undefined;
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
    return { kid: kidOf(spki), publicKey: toBase64url(spki), privateKey };
  } catch {
    // What the browser does not take for a key of this curve is none.
    return undefined;
  }
};
