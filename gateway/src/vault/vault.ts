/** Documents: encrypted once, opened by key wraps; the ledger knows digests only. */
import * as z from 'zod';
import { sha256Hex, utf8 } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { BlobStore } from './blob-store.js';
import type { DigestIndex } from './digest-index.js';
import type { EnterpriseSecrets } from './enterprise-secrets.js';
import type { WrapStore } from './wrap-store.js';
import { openBox, sealBox, type Reader } from './shared-box.js';
import { sealDocument, unsealUnder, unwrapKey, wrapKey, type RandomBytes } from './sealed-box.js';

/** Escrow key of an authorities' subject (`set~escrow-…`). */
export interface Escrow {
  readonly subject: string;
  readonly keyId: string;
  /** DER SPKI. */
  readonly spki: Uint8Array;
}

/** What a command says of a stored document. */
export interface DocumentReceipt {
  readonly document: string;
  readonly plaintextDigest: string;
  readonly ciphertextDigest: string;
  readonly escrows: readonly {
    readonly subject: string;
    readonly keyId: string;
    readonly wrapDigest: string;
  }[];
}

const storedSchema = z.strictObject({ salt: z.string(), content: z.record(z.string(), z.unknown()) });
/** Content as it was stored: its salted digest is what was signed. */
export interface Stored {
  readonly salt: string;
  readonly content: unknown;
}

interface Ports {
  readonly blobs: BlobStore;
  readonly wraps: WrapStore;
  readonly digests: DigestIndex;
  /** Statements of others by digest and reader: boxes that only the reader opens. */
  readonly copies: DigestIndex;
  readonly secrets: EnterpriseSecrets;
  readonly randomBytes: RandomBytes;
}

const DOCUMENT_ID_BYTES = 32;

/** The vault of one gateway. */
export class Vault {
  readonly #ports: Ports;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /**
   * Stores content for its owner, wrapped for the owner and for every escrow; durable before it returns.
   * @param salt 32 hex digits chosen by the client, so that low-entropy content cannot be guessed by its digest
   */
  async put(
    owner: string,
    salt: string,
    content: unknown,
    escrows: readonly Escrow[],
  ): Promise<DocumentReceipt> {
    const { blobs, wraps, digests, secrets, randomBytes } = this.#ports;
    const plaintext = utf8(canonicalJson({ salt, content }));
    const { key, ciphertext } = sealDocument(plaintext, randomBytes);
    const ciphertextDigest = await blobs.put(ciphertext);
    await wraps.put(ciphertextDigest, owner, wrapKey(key, secrets.of(owner).encryptionSpki, randomBytes));
    const escrowed: DocumentReceipt['escrows'][number][] = [];
    for (const { subject, keyId, spki } of escrows) {
      const wrap = wrapKey(key, spki, randomBytes);
      await wraps.put(ciphertextDigest, `escrow-${subject}`, wrap);
      escrowed.push({ subject, keyId, wrapDigest: sha256Hex(wrap) });
    }
    const document = Buffer.from(randomBytes(DOCUMENT_ID_BYTES)).toString('hex');
    const digest = plaintextDigest(salt, content);
    await digests.put(digest, owner, ciphertextDigest);
    return { document, plaintextDigest: digest, ciphertextDigest, escrows: escrowed };
  }

  /**
   * Wraps a document's key for another reader; opens nothing until a grant on the ledger says so.
   * @param spki DER SPKI of the reader's encryption key
   * @returns digest of the wrap; undefined when the bytes or the owner's own wrap are not here
   */
  async share(
    owner: string,
    ciphertextDigest: string,
    reader: string,
    spki: Uint8Array,
  ): Promise<string | undefined> {
    const { wraps, secrets, randomBytes } = this.#ports;
    const own = await wraps.get(ciphertextDigest, owner);
    if (own === undefined) return undefined;
    const wrap = wrapKey(unwrapKey(own, secrets.of(owner).decryptionKey), spki, randomBytes);
    await wraps.put(ciphertextDigest, reader, wrap);
    return sha256Hex(wrap);
  }

  /** What another gateway may be given for a reader; undefined when bytes or wrap are not here. */
  async offer(
    ciphertextDigest: string,
    reader: string,
  ): Promise<{ ciphertext: Uint8Array; wrap: Uint8Array } | undefined> {
    const { blobs, wraps } = this.#ports;
    const wrap = await wraps.get(ciphertextDigest, reader);
    const ciphertext = wrap === undefined ? undefined : await blobs.get(ciphertextDigest);
    return wrap === undefined || ciphertext === undefined ? undefined : { ciphertext, wrap };
  }

  /**
   * Keeps what another gateway gave for a reader; durable before it returns.
   * @throws when the bytes are not those that the ledger names
   */
  async accept(
    given: { readonly ciphertext: Uint8Array; readonly wrap: Uint8Array },
    named: { readonly ciphertextDigest: string; readonly wrapDigest: string; readonly reader: string },
  ): Promise<void> {
    const { blobs, wraps } = this.#ports;
    const { ciphertextDigest, wrapDigest, reader } = named;
    if (sha256Hex(given.ciphertext) !== ciphertextDigest || sha256Hex(given.wrap) !== wrapDigest)
      throw new Error(`what was given for ${ciphertextDigest} is not what the ledger names`);
    await blobs.put(given.ciphertext);
    await wraps.put(ciphertextDigest, reader, given.wrap);
  }

  /** Whether a reader's wrap is here. */
  async has(ciphertextDigest: string, reader: string): Promise<boolean> {
    return (await this.#ports.wraps.get(ciphertextDigest, reader)) !== undefined;
  }

  /**
   * Seals salted content for its owner and another enterprise, neither of them before the other; durable before it returns.
   * @returns digests of the salted content and of the box
   */
  async sealBetween(
    owner: string,
    other: Reader,
    salt: string,
    content: unknown,
  ): Promise<{ readonly commitment: string; readonly sealed: string }> {
    const { blobs, secrets, randomBytes } = this.#ports;
    const readers = [{ enterprise: owner, spki: secrets.of(owner).encryptionSpki }, other];
    const box = sealBox(utf8(canonicalJson({ salt, content })), readers, randomBytes);
    return { commitment: plaintextDigest(salt, content), sealed: await blobs.put(box) };
  }

  /** Keeps a code that an act carries beside its command; durable before it returns its hash. */
  keepCode(text: string): Promise<string> {
    return this.#ports.blobs.put(utf8(text));
  }

  /** Sealed bytes by their digest, for those who may have them; undefined when they are not here. */
  sealed(digest: string): Promise<Uint8Array | undefined> {
    return this.#ports.blobs.get(digest);
  }

  /** What a hosted enterprise finds in a box; undefined when it is none, or not for this enterprise. */
  openSealed(enterprise: string, box: Uint8Array): unknown {
    const plaintext = openBox(box, enterprise, this.#ports.secrets.of(enterprise).decryptionKey);
    if (plaintext === undefined) return undefined;
    return JSON.parse(Buffer.from(plaintext).toString('utf8'));
  }

  /** What an owner stored under a digest that was signed; undefined when it stored nothing of that digest here. */
  async open(owner: string, digest: string): Promise<Stored | undefined> {
    const ciphertextDigest = await this.#ports.digests.get(digest, owner);
    return ciphertextDigest === undefined ? undefined : this.read(owner, ciphertextDigest);
  }

  /** Seals what somebody stored for another enterprise alone; nothing of it is kept. */
  sealFor(reader: Reader, { salt, content }: Stored): Uint8Array {
    return sealBox(utf8(canonicalJson({ salt, content })), [reader], this.#ports.randomBytes);
  }

  /**
   * Keeps a copy of what another enterprise stored, as its gateway sealed it for a hosted reader; durable before it returns.
   * @throws when the box is not for this reader, or not of this digest
   */
  async keepCopy(reader: string, digest: string, box: Uint8Array): Promise<Stored> {
    const opened = storedSchema.safeParse(this.openSealed(reader, box)).data;
    if (opened === undefined || plaintextDigest(opened.salt, opened.content) !== digest)
      throw new Error(`what was given for ${digest} is not what was signed`);
    await this.#ports.copies.put(digest, reader, await this.#ports.blobs.put(box));
    return opened;
  }

  /** The copy that a reader has of another's content; undefined when none was kept here. */
  async copy(reader: string, digest: string): Promise<Stored | undefined> {
    const sealed = await this.#ports.copies.get(digest, reader);
    const box = sealed === undefined ? undefined : await this.sealed(sealed);
    return box === undefined ? undefined : storedSchema.parse(this.openSealed(reader, box));
  }

  /**
   * Content of a document for a hosted enterprise.
   * @returns undefined when its bytes or the reader's wrap are not here
   * @throws when bytes were altered
   */
  async read(reader: string, ciphertextDigest: string): Promise<Stored | undefined> {
    const { blobs, wraps, secrets } = this.#ports;
    const ciphertext = await blobs.get(ciphertextDigest);
    const wrap = await wraps.get(ciphertextDigest, reader);
    if (ciphertext === undefined || wrap === undefined) return undefined;
    const plaintext = unsealUnder(unwrapKey(wrap, secrets.of(reader).decryptionKey), ciphertext);
    return JSON.parse(plaintext.toString('utf8')) as Stored;
  }
}
