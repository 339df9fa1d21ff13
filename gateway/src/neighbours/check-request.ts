/** Judges what another organisation's gateway asks, by the keys that stand on the ledger. */
import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import type { Request } from 'express';
import { ApiError } from '../api/api-error.js';
import { isSignedByHost } from '../checkpoints/sign-checkpoint.js';
import type { Database } from '../db/open-database.js';
import { nowInstant, pause } from '../ports.js';
import { firmValue, genesisOf, goodKeyOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { ExpiringMap } from '../shared/expiring-map.js';
import {
  bodyDigest,
  parseAuthorization,
  REQUEST_LIFE_MS,
  type RequestStatement,
} from './request-statement.js';

/** Who asks. */
export interface Asker {
  readonly kid: string;
  /** The enterprise of a service key; the host's own for a host key. */
  readonly enterprise: string;
  /** The organisation whose gateway's key it is; undefined for an enterprise's service key. */
  readonly host: MspId | undefined;
}

const MAX_NONCES = 100_000;
const CATCH_UP_MS = 5000;

/** The organisation whose gateway has a key now. */
const hostOfKey = async (db: Database, kid: string): Promise<MspId | undefined> => {
  for (const mspId of MSP_IDS) {
    const node = await firmValue(db, keyOf('node', mspId));
    if (node?.['kid'] === kid) return mspId;
  }
  return undefined;
};

const refuse = (reason: string): never => {
  throw new ApiError('GATEWAY_REFUSED', { reason });
};

const isMachine = ({ kind }: KeyRecord): boolean => kind === 'host' || kind === 'service';

/** Remembers what was asked, so that nothing is asked twice. */
export class RequestCheck {
  readonly #services: Pick<Services, 'db' | 'ports' | 'projection'>;
  readonly #nonces: ExpiringMap<true>;

  constructor(services: Pick<Services, 'db' | 'ports' | 'projection'>) {
    this.#services = services;
    this.#nonces = new ExpiringMap(services.ports.clock, MAX_NONCES);
  }

  /**
   * Who asks, when everything about the request is right; its body was parsed before.
   * @throws ApiError GATEWAY_REFUSED; GATEWAY_BEHIND while the asker has seen a later block
   */
  async asker(request: Request): Promise<Asker> {
    const signed = parseAuthorization(request.get('authorization'));
    if (signed === undefined) return refuse('unsigned');
    const { statement, signature } = signed;
    await this.#assertFor(request, statement);
    const key = await this.#keyOf(statement);
    if (!isSignedByHost(statement, signature, key.publicKey)) return refuse('signature');
    this.#useNonce(statement);
    await this.#catchUp(statement);
    const { kid } = statement;
    const host = key.kind === 'host' ? await hostOfKey(this.#services.db, kid) : undefined;
    if (key.kind === 'host' && host === undefined) return refuse('host');
    return { kid, enterprise: key.enterprise, host };
  }

  async #assertFor(request: Request, { ledgerId, path, body, expiresAt }: RequestStatement): Promise<void> {
    const { db, ports } = this.#services;
    const now = ports.clock.nowMs();
    const expires = Date.parse(expiresAt);
    if (ledgerId !== (await genesisOf(db))?.ledgerId) refuse('ledger');
    if (path !== request.path) refuse('path');
    if (body !== bodyDigest(request.body)) refuse('body');
    if (expires <= now) refuse('expired');
    if (expires > now + 2 * REQUEST_LIFE_MS) refuse('time');
  }

  async #keyOf({ kid }: RequestStatement): Promise<KeyRecord> {
    const { db, ports } = this.#services;
    const key = await goodKeyOf(db, kid, nowInstant(ports.clock));
    return key !== undefined && isMachine(key) ? key : refuse('key');
  }

  #useNonce({ kid, nonce }: RequestStatement): void {
    const name = `${kid} ${nonce}`;
    if (this.#nonces.get(name) !== undefined) refuse('repeated');
    this.#nonces.set(name, true, 2 * REQUEST_LIFE_MS);
  }

  /** Blocks reach peers within moments of one another. */
  async #catchUp({ asOfBlock }: RequestStatement): Promise<void> {
    const { ports, projection } = this.#services;
    await Promise.race([projection.reached(asOfBlock), pause(ports, CATCH_UP_MS)]);
    if (projection.asOfBlock < asOfBlock)
      throw new ApiError('GATEWAY_BEHIND', { block: projection.asOfBlock, asked: asOfBlock });
  }
}
