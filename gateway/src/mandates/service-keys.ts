/** The key with which this gateway does for an enterprise what machines may do: nothing before it is admitted. */
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { ApiError } from '../api/api-error.js';
import type { Database } from '../db/open-database.js';
import type { DeviceKey } from '../demo/device-key.js';
import type { KeyStore } from '../demo/key-store.js';
import { nowInstant, type Ports } from '../ports.js';
import { goodKeyOf } from '../projection/directory.js';

const DAY_MS = 86_400_000;
const KEY_DAYS = 730;

/** What service keys work with. */
export interface ServiceKeyParts {
  readonly db: Database;
  readonly keys: KeyStore;
  readonly ports: Ports;
}

/** The gateway's service keys, one an enterprise, made when first asked for. */
export class ServiceKeys {
  readonly #parts: ServiceKeyParts;

  constructor(parts: ServiceKeyParts) {
    this.#parts = parts;
  }

  /** The key, admitted or not. */
  key(enterprise: string): Promise<DeviceKey> {
    return this.#parts.keys.key(enterprise);
  }

  /** The key as the enterprise's administrator may admit it: a machine's, without functions. */
  async proposal(enterprise: string): Promise<ProposedKey> {
    const { kid, publicKey } = await this.key(enterprise);
    const now = this.#parts.ports.clock.nowMs();
    const period = { notBefore: instantOf(now - DAY_MS), notAfter: instantOf(now + KEY_DAYS * DAY_MS) };
    return {
      kid,
      publicKey,
      kind: 'service',
      person: null,
      appointments: [],
      ...period,
      webauthn: null,
      onlyFor: null,
    };
  }

  /** Whether the enterprise lets the gateway sign for it now. */
  async isAdmitted(enterprise: string): Promise<boolean> {
    const { db, ports } = this.#parts;
    const { kid } = await this.key(enterprise);
    return (await goodKeyOf(db, kid, nowInstant(ports.clock)))?.enterprise === enterprise;
  }

  /** The key, to sign with. @throws ApiError MANDATE_MISSING */
  async admitted(enterprise: string): Promise<DeviceKey> {
    if (!(await this.isAdmitted(enterprise))) throw new ApiError('MANDATE_MISSING', { enterprise });
    return this.key(enterprise);
  }
}
