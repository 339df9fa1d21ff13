/** Keys that sign for the gateway itself or for the demo's actors, and persons, in a folder, made when first asked for. */
import { join } from 'node:path';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { loadOrMakeFile } from '../data/private-file.js';
import type { Ports } from '../ports.js';
import { deviceKeyOf, newPrivateKeyPem, type DeviceKey } from './device-key.js';

const PERSON_BYTES = 16;

/** Keys and persons by name. */
export interface KeyStore {
  key(name: string): Promise<DeviceKey>;
  /** Random id of a person, the same whenever asked. */
  person(name: string): Promise<string>;
}

/** The store of a folder. */
export const newKeyStore = (folder: string, ports: Ports): KeyStore => {
  const files = new Map<string, Promise<string>>();
  const load = (path: string, make: () => string): Promise<string> => {
    const known = files.get(path) ?? loadOrMakeFile(path, make);
    files.set(path, known);
    return known;
  };
  return {
    key: async (name) => deviceKeyOf(await load(join(folder, 'keys', `${name}.pem`), newPrivateKeyPem)),
    person: (name) => load(join(folder, 'persons', name), () => toHex(ports.randomBytes(PERSON_BYTES))),
  };
};
