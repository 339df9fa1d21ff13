/** Sessions without passwords: a signed challenge gives a token; the key is looked at again on every call. */
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { nodeVerifyPrimitive } from '@yaosu/chaincode/signing/node-verify';
import { isSignedBy } from '@yaosu/chaincode/signing/verify-signature';
import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { signedChallenge } from '../api/signed-challenge.js';
import type { Database } from '../db/open-database.js';
import { nowDate, nowInstant, type Ports } from '../ports.js';
import { holderOf, isGoodAt, keyRecordOf } from '../projection/directory.js';
import type { Shared } from '../shared/shared.js';

const CHALLENGE_SECONDS = 120;
const IDLE_SECONDS = 15 * 60;
/** Longest life of a token. */
export const SESSION_SECONDS = 12 * 60 * 60;
const MS = 1000;
const ID_BYTES = 16;
const ALG = 'HS256';
const CHALLENGE = 'yaosu:challenge';
const TOKEN = 'yaosu:session';
const DELIVERY = 'yaosu:delivery';

/** Who hands in what was signed. */
export interface Deliverer {
  readonly kid: string;
  readonly enterprise: string;
  /** The key counts no more: it hands in facts, which the peers judge by when they were captured, and does nothing else. */
  readonly isLimited: boolean;
  /** The one record that the key is good for; null for a key without such a limit. */
  readonly onlyFor: string | null;
}

/** What sessions work with. */
export interface SessionParts {
  readonly db: Database;
  readonly ports: Ports;
  readonly shared: Shared;
  readonly secret: Uint8Array;
}

/** A challenge that the holder of a key has signed. */
interface Proof {
  readonly kid: string;
  readonly challenge: string;
  readonly signature: CommandSignature;
}

const isInvitation = (key: KeyRecord | undefined): boolean => key !== undefined && key.onlyFor !== null;

/** Opens and checks sessions. */
export class Sessions {
  readonly #parts: SessionParts;
  readonly #startedMs: number;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#startedMs = parts.ports.clock.nowMs();
  }

  /** A text for the holder of a key to sign; whether the key exists is not told. */
  challenge(kid: string): Promise<string> {
    return this.#issue({ kid }, CHALLENGE, CHALLENGE_SECONDS);
  }

  /**
   * A bearer token for who signed the challenge. Whoever holds an invitation learns why it counts no more.
   * @throws ApiError SESSION_REFUSED; KEY_REVOKED, KEY_NOT_VALID for a key that was good for one record
   */
  async open(kid: string, challenge: string, signature: CommandSignature): Promise<string> {
    const { db, ports } = this.#parts;
    const key = await keyRecordOf(db, kid);
    const isGood = key !== undefined && isGoodAt(key, nowInstant(ports.clock));
    await this.#prove(isGood || isInvitation(key) ? key : undefined, { kid, challenge, signature });
    if (!isGood) throw new ApiError(key?.revokedAt === null ? 'KEY_NOT_VALID' : 'KEY_REVOKED', { kid });
    return this.issueFor(kid);
  }

  /**
   * A bearer token that hands in facts and opens nothing: for a key that was revoked or has run out, so that what its device
   * still holds is not lost. An invitation is on no device that could hold anything.
   * @throws ApiError SESSION_REFUSED
   */
  async openDelivery(kid: string, challenge: string, signature: CommandSignature): Promise<string> {
    const key = await keyRecordOf(this.#parts.db, kid);
    await this.#prove(isInvitation(key) ? undefined : key, { kid, challenge, signature });
    return this.#issue({ kid }, DELIVERY, SESSION_SECONDS);
  }

  async #prove(key: KeyRecord | undefined, { kid, challenge, signature }: Proof): Promise<void> {
    const { jti, ...claims } = await this.#verify(challenge, CHALLENGE, 'SESSION_REFUSED');
    if (claims['kid'] !== kid || jti === undefined) throw new ApiError('SESSION_REFUSED');
    const isSigned =
      key !== undefined &&
      (await isSignedBy(signedChallenge(challenge), signature, key, nodeVerifyPrimitive));
    const { shared } = this.#parts;
    const isFirst = isSigned && (await shared.take(`challenge:${jti}`, CHALLENGE_SECONDS * MS));
    if (!isFirst) throw new ApiError('SESSION_REFUSED');
  }

  /** A token for a key whose holder is known otherwise. */
  issueFor(kid: string): Promise<string> {
    return this.#issue({ kid }, TOKEN, SESSION_SECONDS);
  }

  /** Who a token speaks for. @throws ApiError SESSION_EXPIRED */
  async authenticate(token: string): Promise<Caller> {
    return this.#callerOf(await this.#verify(token, TOKEN, 'SESSION_EXPIRED'));
  }

  async #callerOf(claims: JWTPayload): Promise<Caller> {
    await this.#assertNotIdle(claims);
    const now = nowInstant(this.#parts.ports.clock);
    const held =
      typeof claims['kid'] === 'string' ? await holderOf(this.#parts.db, claims['kid'], now) : undefined;
    if (held === undefined) throw new ApiError('SESSION_EXPIRED');
    const { key, authority } = held;
    const standing = key.appointments.filter(
      ({ notBefore, notAfter }) => notBefore <= now && now <= notAfter,
    );
    const functions = [...new Set(standing.map((appointment) => appointment.function))];
    const { kid, enterprise, person, notAfter, onlyFor } = key;
    return { kid, enterprise, person, functions, notAfter, onlyFor, at: now, authority, purpose: null };
  }

  /** Who hands something in with a token of either kind. @throws ApiError SESSION_EXPIRED */
  async deliverer(token: string): Promise<Deliverer> {
    const claims = await this.#verify(token, [TOKEN, DELIVERY], 'SESSION_EXPIRED');
    if (claims.aud !== DELIVERY) return { ...(await this.#callerOf(claims)), isLimited: false };
    await this.#assertNotIdle(claims);
    const kid = String(claims['kid']);
    const key = await keyRecordOf(this.#parts.db, kid);
    if (key === undefined) throw new ApiError('SESSION_EXPIRED');
    return { kid, enterprise: key.enterprise, isLimited: true, onlyFor: key.onlyFor };
  }

  /** After a restart every token counts as seen at the start. */
  async #assertNotIdle({ jti = '', iat = 0 }: JWTPayload): Promise<void> {
    const now = this.#parts.ports.clock.nowMs();
    const { shared } = this.#parts;
    const seen = (await shared.noted(`session:${jti}`)) ?? Math.max(this.#startedMs, iat * MS);
    if (now - seen > IDLE_SECONDS * MS) throw new ApiError('SESSION_EXPIRED');
    await shared.note(`session:${jti}`, now, SESSION_SECONDS * MS);
  }

  #issue(claims: { kid: string }, audience: string, seconds: number): Promise<string> {
    const { clock, randomBytes } = this.#parts.ports;
    const now = Math.floor(clock.nowMs() / MS);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALG })
      .setAudience(audience)
      .setJti(toHex(randomBytes(ID_BYTES)))
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(this.#parts.secret);
  }

  async #verify(
    token: string,
    audience: string | string[],
    refusal: 'SESSION_REFUSED' | 'SESSION_EXPIRED',
  ): Promise<JWTPayload> {
    const currentDate = nowDate(this.#parts.ports.clock);
    try {
      return (await jwtVerify(token, this.#parts.secret, { audience, algorithms: [ALG], currentDate }))
        .payload;
    } catch {
      throw new ApiError(refusal);
    }
  }
}
