/** Fetches what somebody elsewhere wrote as evidence for who has to decide by it here, once. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import type { DeviceKey } from '../demo/device-key.js';
import { hostOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import type { AskedStatement } from '../statements/authors-of.js';
import type { Stored } from '../vault/vault.js';
import type { Neighbours } from './neighbours.js';
import { QUESTIONS } from './questions.js';

/** What the exchange works with. */
export type StatementParts = Pick<Services, 'access' | 'db' | 'log' | 'serviceKeys' | 'vault'> & {
  readonly neighbours: Pick<Neighbours, 'ask'>;
};

/** A reader's question to the gateway of an organisation. */
interface Asking {
  readonly host: MspId;
  readonly reader: Caller;
  readonly asked: AskedStatement;
  readonly key: DeviceKey;
}

/** The exchange of one gateway. */
export class StatementExchange {
  readonly #parts: StatementParts;

  constructor(parts: StatementParts) {
    this.#parts = parts;
  }

  /**
   * What one of these authors wrote, from its own gateway unless it was fetched before; the reader's right was judged before.
   * @returns undefined when those gateways have no such statement, or all authors are hosted here
   * @throws ApiError MANDATE_MISSING; STATEMENT_AWAY when a gateway that may have it does not give it now
   */
  async fetch(
    reader: Caller,
    asked: AskedStatement,
    authors: readonly string[],
  ): Promise<Stored | undefined> {
    const { serviceKeys, vault } = this.#parts;
    const hosts = await this.#hostsElsewhere(authors);
    if (hosts.length === 0) return undefined;
    const kept = await vault.copy(reader.enterprise, asked.digest);
    if (kept !== undefined) return kept;
    const key = await serviceKeys.admitted(reader.enterprise);
    let isAway = false;
    for (const host of hosts) {
      const given = await this.#ask({ host, reader, asked, key });
      if (given !== 'away' && given !== 'unknown') return given;
      isAway ||= given === 'away';
    }
    if (isAway) throw new ApiError('STATEMENT_AWAY');
    return undefined;
  }

  async #hostsElsewhere(authors: readonly string[]): Promise<readonly MspId[]> {
    const { access, db } = this.#parts;
    const hosts = await Promise.all(authors.map((author) => hostOf(db, author)));
    const known = hosts.filter((host) => host !== undefined);
    return [...new Set(known)].filter((host) => access.identities[host] === undefined);
  }

  async #ask({ host, reader, asked, key }: Asking): Promise<Stored | 'unknown' | 'away'> {
    const { log, neighbours, vault } = this.#parts;
    const { enterprise, purpose } = reader;
    const { record, digest } = asked;
    const { path, answer } = QUESTIONS.statement;
    const body = { record, digest, reader: { enterprise, purpose } };
    try {
      const { sealed } = await neighbours.ask(host, { path, body, key, answer });
      return await vault.keepCopy(enterprise, digest, Buffer.from(sealed, 'base64url'));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'RECORD_NOT_FOUND') return 'unknown';
      log.warn({ err: error, host, record }, 'a statement has not come from its gateway');
      return 'away';
    }
  }
}
