/** Keys of people as browsers hold them: what signs asks for a signature, and not which kind of key gives it. */
import type { Command, CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import type { Signed } from '@yaosu/chaincode/signing/verify-signature';
import { signBytes, type DeviceKey } from './device-key.js';
import { assertWith, type Passkey } from './passkey.js';

/** A key of this browser, or a passkey. */
export type SigningKey = DeviceKey | Passkey;

/** Whether a key is the browser's own, which needs nobody's gesture and no network. */
export const isDeviceKey = (key: SigningKey): key is DeviceKey => 'privateKey' in key;

/** Signs what has an id; a passkey asks its person. @throws NotSignedError */
export const signWith = async (key: SigningKey, { cmd, bytes }: Signed): Promise<CommandSignature> =>
  isDeviceKey(key)
    ? { alg: 'ES256', form: 'p1363', signature: await signBytes(key, bytes) }
    : assertWith(key, cmd);

/** The party's signature of a command; a passkey asks its person. @throws NotSignedError */
export const signCommand = (key: SigningKey, command: Command): Promise<CommandSignature> =>
  signWith(key, { cmd: command.cmd, bytes: signedBytes(command) });
