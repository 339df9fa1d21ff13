/**
 * What a page can tell before it asks for a passkey: `address` has no name, which passkeys are bound to; `unsupported` has no
 * WebAuthn; `securityKey` has none of its own that knows its person, a security key with a PIN may be plugged in.
 */
export type PasskeyPlace = 'ready' | 'securityKey' | 'address' | 'unsupported';

const isAddress = (hostname: string): boolean => /^[\d.]+$|^\[/.test(hostname);

/** Whether this browser, at this address, makes passkeys. */
export const passkeyPlace = async (): Promise<PasskeyPlace> => {
  if (isAddress(location.hostname)) return 'address';
  if (!('PublicKeyCredential' in globalThis)) return 'unsupported';
  return (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())
    ? 'ready'
    : 'securityKey';
};
