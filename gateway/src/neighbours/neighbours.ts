/** Gateways of the other organisations, asked over HTTP with a signature. */
import type * as z from 'zod';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { refusalOf } from '../api/client.js';
import { statementBytes } from '../checkpoints/sign-checkpoint.js';
import type { DeviceKey } from '../demo/device-key.js';
import { genesisOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { authorizationOf, bodyDigest, REQUEST_LIFE_MS, type RequestStatement } from './request-statement.js';

/** A question: where it goes, what it asks, who signs it and how its answer looks. */
export interface Question<A extends z.ZodType> {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: DeviceKey;
  readonly answer: A;
}

const NONCE_BYTES = 16;
const TIMEOUT_MS = 15_000;

type Parts = Pick<Services, 'config' | 'db' | 'ports' | 'projection'>;

/** The neighbours that the configuration names. */
export class Neighbours {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Organisations whose gateways are elsewhere and known. */
  get organisations(): readonly MspId[] {
    return Object.keys(this.#parts.config.gateways) as MspId[];
  }

  /** Whether an organisation's gateway can be asked. */
  has(mspId: MspId): boolean {
    return this.#parts.config.gateways[mspId] !== undefined;
  }

  /**
   * Ask an organisation's gateway.
   * @throws ApiError as it refuses; an error of the network when it is away; a ZodError when it answers something else
   */
  async ask<A extends z.ZodType>(mspId: MspId, question: Question<A>): Promise<z.output<A>> {
    const base = this.#parts.config.gateways[mspId];
    if (base === undefined) throw new Error(`where the gateway of ${mspId} is was not configured`);
    const statement = await this.#statement(question);
    const signature = question.key.signBytes(statementBytes(statement));
    const response = await fetch(`${base}${question.path}`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: authorizationOf({ statement, signature }),
      },
      body: canonicalJson(question.body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw await refusalOf(response);
    return question.answer.parse(await response.json());
  }

  async #statement({ path, body, key }: Question<z.ZodType>): Promise<RequestStatement> {
    const { db, ports, projection } = this.#parts;
    const ledgerId = (await genesisOf(db))?.ledgerId;
    if (ledgerId === undefined) throw new Error('the network is not open');
    return {
      v: 1,
      ledgerId,
      kid: key.kid,
      path,
      body: bodyDigest(body),
      nonce: toHex(ports.randomBytes(NONCE_BYTES)),
      expiresAt: instantOf(ports.clock.nowMs() + REQUEST_LIFE_MS),
      asOfBlock: projection.asOfBlock,
    };
  }
}
