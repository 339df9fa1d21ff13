import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { newDeviceKey } from '@yaosu/identity/keys/device-key';

/** A session of somebody of a firm, with a new key. */
export const sessionAt = async (enterprise: string): Promise<DeviceSession> => {
  const key = await newDeviceKey();
  return {
    person: 'a'.repeat(32),
    functions: [],
    roles: [],
    kid: key.kid,
    onlyFor: null,
    notAfter: '2049-12-31T00:00:00.000Z',
    login: enterprise,
    enterprise,
    ledgerId: 'f'.repeat(32),
    key,
  };
};
