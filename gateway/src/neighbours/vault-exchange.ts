/**
 * Fetches what grants open to the enterprises hosted here from the gateways of the documents' owners, as soon as the
 * grant is on the ledger, so that reading it later waits for nobody.
 */
import type { DocumentRecord, GrantRecord } from '@yaosu/chaincode/model/document/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { REGULATOR, type MspId } from '@yaosu/chaincode/model/organisations';
import { grantHolds } from '@yaosu/chaincode/rules/document/may-read';
import type { DeviceKey } from '../demo/device-key.js';
import type { KeyStore } from '../demo/key-store.js';
import { nowInstant } from '../ports.js';
import type { Change } from '../projection/changes.js';
import { hostOf, recordValue } from '../projection/directory.js';
import type { Services } from '../services.js';
import { Giver } from './giver.js';
import type { Neighbours } from './neighbours.js';
import { wrapNameOf } from './offer-document.js';
import { QUESTIONS } from './questions.js';

/** What the exchange works with. */
export type ExchangeParts = Pick<
  Services,
  'access' | 'db' | 'log' | 'ports' | 'projection' | 'serviceKeys' | 'vault'
> & { readonly neighbours: Neighbours; readonly hosts: KeyStore };

type Reader = { readonly enterprise: string } | { readonly escrow: 'drug' };

/** A document that somebody here may read and whose bytes are elsewhere. */
interface Wanted {
  readonly document: DocumentRecord;
  readonly reader: Reader;
  readonly wrapDigest: string;
  readonly owner: MspId;
}

const AT_ONCE = 500;

/** The exchange of one gateway. */
export class VaultExchange {
  readonly #parts: ExchangeParts;
  /** One that is away holds up nothing of the others. */
  readonly #givers = new Map<MspId, Giver>();
  #work: Promise<unknown> = Promise.resolve();
  #unlisten: () => void = () => undefined;
  #isClosed = false;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** Documents that were asked for and have not come yet. */
  get pending(): number {
    return [...this.#givers.values()].reduce((sum, { pending }) => sum + pending, 0);
  }

  /** Asks for whatever is missing, and from now on for what blocks open. */
  start(): void {
    const { projection, neighbours } = this.#parts;
    if (neighbours.organisations.length === 0) return;
    this.#unlisten = projection.listen(({ changes }) => {
      const keys = changes.flatMap((change) => this.#touches(change));
      if (keys.length > 0) this.#queue(() => this.#fetchAll(keys));
    });
    this.#queue(() => this.#fetchMissing());
  }

  /** Asks for a document now, when its bytes are missing here. */
  async want(document: string, enterprise: string): Promise<void> {
    const key = keyOf('grant', document, enterprise);
    await this.#fetch(key).catch((error: unknown) => {
      this.#parts.log.warn({ err: error, key }, 'a document that is asked for has not come from its gateway');
    });
  }

  /** Settles when all that blocks have opened so far was asked for once. */
  async idle(): Promise<void> {
    await this.#work;
    await Promise.all([...this.#givers.values()].map((giver) => giver.idle()));
  }

  /** Stops asking; what is being fetched is finished. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unlisten();
    await this.#work;
    await Promise.all([...this.#givers.values()].map((giver) => giver.close()));
  }

  #queue(task: () => Promise<void>): void {
    this.#work = this.#work.then(task).catch((error: unknown) => {
      this.#parts.log.error({ err: error }, 'documents of other gateways could not be asked for');
    });
  }

  #touches({ type, key }: Change): readonly string[] {
    const isEscrowed = type === 'doc' && this.#serves(REGULATOR);
    return type === 'grant' || isEscrowed ? [key] : [];
  }

  async #fetchMissing(): Promise<void> {
    const types = this.#serves(REGULATOR) ? ['grant', 'doc'] : ['grant'];
    let after = '';
    for (;;) {
      const rows = await this.#parts.db
        .selectFrom('records')
        .select('key')
        .where('type', 'in', types)
        .where('key', '>', after)
        .orderBy('key')
        .limit(AT_ONCE)
        .execute();
      await this.#fetchAll(rows.map(({ key }) => key));
      const last = rows.at(-1);
      if (last === undefined || this.#isClosed) return;
      after = last.key;
    }
  }

  async #fetchAll(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      if (this.#isClosed) return;
      const wanted = await this.#wantedOf(key);
      if (wanted !== undefined) this.#giver(wanted.owner).want(key);
    }
  }

  #giver(mspId: MspId): Giver {
    const known = this.#givers.get(mspId);
    if (known !== undefined) return known;
    const { log, ports } = this.#parts;
    const giver = new Giver({
      ports,
      fetch: (key) => this.#fetch(key),
      warn: (about, text) => log.warn({ ...about, mspId }, text),
    });
    this.#givers.set(mspId, giver);
    return giver;
  }

  async #fetch(key: string): Promise<void> {
    const wanted = await this.#wantedOf(key);
    if (wanted === undefined) return;
    const { document, reader, wrapDigest, owner } = wanted;
    const { ciphertextDigest } = document;
    const { neighbours, vault } = this.#parts;
    const { path, answer } = QUESTIONS.document;
    const body = { document: document.document, reader };
    const given = await neighbours.ask(owner, { path, body, key: await this.#keyFor(reader), answer });
    await vault.accept(
      {
        ciphertext: Buffer.from(given.ciphertext, 'base64url'),
        wrap: Buffer.from(given.wrap, 'base64url'),
      },
      { ciphertextDigest, wrapDigest, reader: wrapNameOf(reader) },
    );
  }

  /** Undefined when nobody here may read it, its bytes are here, or nobody knows where its owner's gateway is. */
  async #wantedOf(key: string): Promise<Wanted | undefined> {
    const { db, neighbours, vault } = this.#parts;
    const named = await (key.startsWith('grant~') ? this.#granted(key) : this.#escrowed(key));
    if (named === undefined) return undefined;
    const { document, reader } = named;
    if (await vault.has(document.ciphertextDigest, wrapNameOf(reader))) return undefined;
    const owner = await hostOf(db, document.owner);
    const isElsewhere = owner !== undefined && !this.#serves(owner) && neighbours.has(owner);
    return isElsewhere ? { ...named, owner } : undefined;
  }

  async #granted(key: string): Promise<Omit<Wanted, 'owner'> | undefined> {
    const { db, ports } = this.#parts;
    const grant = (await recordValue(db, key)) as GrantRecord | undefined;
    if (grant === undefined || !grantHolds(grant, nowInstant(ports.clock))) return undefined;
    const { document: id, enterprise, wrapDigest } = grant;
    const host = await hostOf(db, enterprise);
    const document = (await recordValue(db, keyOf('doc', id))) as DocumentRecord | undefined;
    const isOurs = host !== undefined && this.#serves(host);
    return isOurs && document !== undefined ? { document, reader: { enterprise }, wrapDigest } : undefined;
  }

  async #escrowed(key: string): Promise<Omit<Wanted, 'owner'> | undefined> {
    const document = (await recordValue(this.#parts.db, key)) as DocumentRecord | undefined;
    const escrow = document?.escrows.find(({ subject }) => subject === 'drug');
    if (document === undefined || escrow === undefined) return undefined;
    return { document, reader: { escrow: 'drug' }, wrapDigest: escrow.wrapDigest };
  }

  #keyFor(reader: Reader): Promise<DeviceKey> {
    const { hosts, serviceKeys } = this.#parts;
    return 'escrow' in reader ? hosts.key(REGULATOR) : serviceKeys.admitted(reader.enterprise);
  }

  #serves(mspId: MspId): boolean {
    return this.#parts.access.identities[mspId] !== undefined;
  }
}
