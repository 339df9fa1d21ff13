/**
 * What the gateway keeps for the enterprises that it hosts: the key that opens their documents and the secret from
 * which their opaque batch ids are made. Sealed under the gateway's own key; a host is trusted with what it hosts.
 */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { sealUnder, unsealUnder, type RandomBytes } from './sealed-box.js';

const SECRET_BYTES = 32;

interface Secrets {
  readonly decryptionKey: KeyObject;
  readonly encryptionSpki: Uint8Array;
  readonly batchSecret: Uint8Array;
}

/** What makes a space of serials. */
interface SerialSpace {
  readonly gtin: string;
  readonly scheme: string;
  readonly keyVersion: number;
}

/** Secrets of hosted enterprises, made when first asked for. */
export class EnterpriseSecrets {
  readonly #folder: string;
  readonly #sealingKey: Uint8Array;
  readonly #randomBytes: RandomBytes;
  readonly #known = new Map<string, Secrets>();

  constructor(folder: string, sealingKey: Uint8Array, randomBytes: RandomBytes) {
    this.#folder = folder;
    this.#sealingKey = sealingKey;
    this.#randomBytes = randomBytes;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Secrets of an enterprise. */
  of(enterprise: string): Secrets {
    const known = this.#known.get(enterprise) ?? this.#read(enterprise) ?? this.#make(enterprise);
    this.#known.set(enterprise, known);
    return known;
  }

  /** Opaque batch id: HMAC-SHA-256 of issuer, product and lot under the issuer's secret, hex. */
  batchId(issuer: string, product: string, lot: string): string {
    const message = canonicalJson({ issuer, lot, product });
    return createHmac('sha256', this.of(issuer).batchSecret).update(message).digest('hex');
  }

  /** Opaque id of something that an enterprise names by a code of its own: HMAC-SHA-256 under its secret, hex. */
  opaqueId(enterprise: string, of: string, code: string): string {
    const message = canonicalJson({ code, enterprise, of });
    return createHmac('sha256', this.of(enterprise).batchSecret).update(message).digest('hex');
  }

  /** Opaque name of a serial space, which stands on the ledger: that of its GTIN, and whatever differs from the usual. */
  serialSpace(enterprise: string, { gtin, scheme, keyVersion }: SerialSpace): string {
    const unusual = [scheme === 'letters12' ? [] : scheme, keyVersion === 1 ? [] : String(keyVersion)].flat();
    return this.opaqueId(enterprise, 'serials', [gtin, ...unusual].join(' '));
  }

  /** Key of the permutation of a serial space, 32 bytes: it never leaves the gateway. */
  serialKey(enterprise: string, { gtin, scheme, keyVersion }: SerialSpace): Uint8Array {
    const message = canonicalJson({ enterprise, gtin, keyVersion, of: 'serialKey', scheme });
    return createHmac('sha256', this.of(enterprise).batchSecret).update(message).digest();
  }

  /** Hands an enterprise's secrets to another gateway's store, sealed there under its own key. */
  copyTo(other: EnterpriseSecrets, enterprise: string): void {
    const { batchSecret, decryptionKey } = this.of(enterprise);
    other.#keep(enterprise, batchSecret, decryptionKey.export({ format: 'der', type: 'pkcs8' }));
  }

  #read(enterprise: string): Secrets | undefined {
    try {
      const sealed = readFileSync(this.#path(enterprise));
      const bytes = Buffer.from(unsealUnder(this.#sealingKey, sealed));
      return parseSecrets(bytes.subarray(0, SECRET_BYTES), bytes.subarray(SECRET_BYTES));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #make(enterprise: string): Secrets {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pkcs8 = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
    return this.#keep(enterprise, this.#randomBytes(SECRET_BYTES), pkcs8);
  }

  #keep(enterprise: string, batchSecret: Uint8Array, pkcs8: Uint8Array): Secrets {
    const sealed = sealUnder(this.#sealingKey, Buffer.concat([batchSecret, pkcs8]), this.#randomBytes);
    const temporary = `${this.#path(enterprise)}.new`;
    writeFileSync(temporary, sealed, { mode: 0o600, flush: true });
    renameSync(temporary, this.#path(enterprise));
    return parseSecrets(batchSecret, pkcs8);
  }

  #path(enterprise: string): string {
    return join(this.#folder, `${enterprise}.sealed`);
  }
}

const parseSecrets = (batchSecret: Uint8Array, pkcs8: Uint8Array): Secrets => {
  const decryptionKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const encryptionSpki = createPublicKey(decryptionKey).export({ format: 'der', type: 'spki' });
  return { decryptionKey, encryptionSpki, batchSecret };
};
