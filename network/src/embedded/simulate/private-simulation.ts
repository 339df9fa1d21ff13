import type { MetadataEntry, Version } from '../../blocks/set-parts.js';
import { sha256 } from '../../blocks/sha256.js';
import type { Collection, Definitions } from '../definitions.js';
import { hashedKey, privateEnd, privateKey } from '../store/keys.js';
import { sameVersion, type StateEntry } from '../store/state-entry.js';
import { RangeCursor } from './query-cursor.js';
import type { Simulation } from './simulation.js';

/** Whose peer runs a transaction, for whom. */
export interface SimulationParties {
  readonly channel: string;
  readonly peerMsp: string;
  readonly creatorMsp: string;
}

/** A collection of a chaincode. */
export interface CollectionName {
  readonly namespace: string;
  readonly collection: string;
}

/** Private data as one organisation's peer has it; what it reads and writes joins the transaction hashed. */
export class PrivateSimulation {
  /** Collections of which values were got, as opposed to hashes: only members can repeat that. */
  readonly valuesRead: CollectionName[] = [];
  #isUsed = false;

  constructor(
    readonly simulation: Simulation,
    readonly definitions: Definitions,
    readonly parties: SimulationParties,
  ) {}

  /** Whether anything private was asked for, so that another organisation's peer might answer otherwise. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** @throws when the creator may not read, or this peer does not have the value that the ledger has the hash of. */
  get(name: CollectionName, key: string): Uint8Array {
    this.#assertMayRead(name);
    const hash = this.#hashOf(name, key);
    const stored = this.simulation.view.entry(
      privateKey(this.parties.peerMsp, name.namespace, name.collection, key),
    );
    if (hash !== undefined && !sameVersion(hash.version, stored?.version)) {
      throw new Error(
        'private data matching public hash version is not available. ' +
          `Public hash version = ${height(hash.version)}, Private data version = ${height(stored?.version)}`,
      );
    }
    // A peer notes a read of what it could give, not one that failed.
    this.valuesRead.push(name);
    this.#note(name, key, hash);
    return hash === undefined ? new Uint8Array() : (stored?.value ?? new Uint8Array());
  }

  /** SHA-256 of the value, for everybody. @throws when there is no such collection. */
  getHash(name: CollectionName, key: string): Uint8Array {
    this.#definedForHash(name);
    return this.#readHash(name, key)?.value ?? new Uint8Array();
  }

  /** An empty value deletes. @throws when the creator may not write or an earlier query rules writes out. */
  put(name: CollectionName, key: string, value: Uint8Array): void {
    this.#write(name, key, { value: value.length === 0 ? undefined : value, isPurge: false });
  }

  /** Delete the value and what older blocks left of it. @throws as `put`. */
  purge(name: CollectionName, key: string): void {
    this.#write(name, key, { value: undefined, isPurge: true });
  }

  /** @throws when the creator may not read. */
  getMetadata(name: CollectionName, key: string): readonly MetadataEntry[] {
    this.#assertMayRead(name);
    return this.#readHash(name, key)?.metadata ?? [];
  }

  /** @throws as `put`. */
  putMetadata(name: CollectionName, key: string, entry: MetadataEntry): void {
    this.#assertMayWrite(name);
    this.simulation.guard.assertMayWrite();
    this.#set(name).metadataWrites.set(key, [entry]);
  }

  /** @throws after a write, or when the creator may not read. */
  range(name: CollectionName, start: string, end: string): RangeCursor {
    this.#assertMayRead(name);
    this.simulation.guard.assertMayRangePrivate();
    const { namespace, collection } = name;
    const { peerMsp } = this.parties;
    const upper =
      end === ''
        ? privateEnd(peerMsp, namespace, collection)
        : privateKey(peerMsp, namespace, collection, end);
    const iterator = this.simulation.view.entries(privateKey(peerMsp, namespace, collection, start), upper);
    const prefixLength = privateKey(peerMsp, namespace, collection, '').length;
    return new RangeCursor(iterator, { namespace, start, end, prefixLength });
  }

  #write(
    name: CollectionName,
    key: string,
    change: { value: Uint8Array | undefined; isPurge: boolean },
  ): void {
    this.#assertMayWrite(name);
    this.simulation.guard.assertMayWrite();
    this.#set(name).writes.set(key, change);
  }

  #set({ namespace, collection }: CollectionName): ReturnType<Simulation['sets']['collection']> {
    return this.simulation.sets.collection(namespace, collection);
  }

  #readHash(name: CollectionName, key: string): StateEntry | undefined {
    const entry = this.#hashOf(name, key);
    this.#note(name, key, entry);
    return entry;
  }

  #hashOf({ namespace, collection }: CollectionName, key: string): StateEntry | undefined {
    return this.simulation.view.entry(hashedKey(namespace, collection, sha256(Buffer.from(key))));
  }

  #note(name: CollectionName, key: string, entry: StateEntry | undefined): void {
    this.#set(name).reads.set(key, entry?.version);
  }

  #assertMayRead(name: CollectionName): void {
    const { memberOnlyRead, members } = this.#defined(name);
    if (memberOnlyRead && !members.includes(this.parties.creatorMsp)) throw this.#noAccess('read', name);
  }

  #assertMayWrite(name: CollectionName): void {
    const { memberOnlyWrite, members } = this.#defined(name);
    if (memberOnlyWrite && !members.includes(this.parties.creatorMsp)) throw this.#noAccess('write', name);
  }

  #noAccess(act: 'read' | 'write', { namespace, collection }: CollectionName): Error {
    return new Error(
      `tx creator does not have ${act} access permission on privatedata in ` +
        `chaincodeName:${namespace} collectionName: ${collection}`,
    );
  }

  #defined({ namespace, collection }: CollectionName): Collection {
    this.#isUsed = true;
    const defined = this.definitions.collection(namespace, collection);
    if (defined) return defined;
    throw new Error(`collection ${this.parties.channel}/${namespace}/${collection} could not be found`);
  }

  #definedForHash({ namespace, collection }: CollectionName): void {
    this.#isUsed = true;
    if (this.definitions.collection(namespace, collection)) return;
    throw new Error(
      `collection [${collection}] not defined in the collection config for chaincode [${namespace}]`,
    );
  }
}

function height(version: Version | undefined): string {
  return version ? `{BlockNum: ${String(version.block)}, TxNum: ${String(version.tx)}}` : '<nil>';
}
