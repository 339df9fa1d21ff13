import type { RangeRead } from '../../blocks/read-write-set.js';
import type { MetadataEntry, Version } from '../../blocks/set-parts.js';

/** A private write before it is hashed; `value` undefined deletes. */
export interface PrivateChange {
  readonly value: Uint8Array | undefined;
  readonly isPurge: boolean;
}

/** Something that knows, once the transaction is over, which range it has read. */
export interface RangeRecorder {
  readonly recorded: RangeRead;
}

/** Reads and writes of one private collection as a simulation gathers them, by plain key. */
export interface CollectionBuilder {
  readonly reads: Map<string, Version | undefined>;
  readonly writes: Map<string, PrivateChange>;
  readonly metadataWrites: Map<string, readonly MetadataEntry[]>;
}

/** Reads and writes of one namespace as a simulation gathers them; the last write of a key wins. */
export interface NamespaceBuilder {
  readonly reads: Map<string, Version | undefined>;
  readonly ranges: RangeRecorder[];
  /** `undefined` deletes. */
  readonly writes: Map<string, Uint8Array | undefined>;
  readonly metadataWrites: Map<string, readonly MetadataEntry[]>;
  readonly collections: Map<string, CollectionBuilder>;
}

/** Namespaces that a simulation has touched. */
export class ReadWriteSetBuilder {
  readonly namespaces = new Map<string, NamespaceBuilder>();

  namespace(name: string): NamespaceBuilder {
    return getOrMake(this.namespaces, name, () => ({
      reads: new Map(),
      ranges: [],
      writes: new Map(),
      metadataWrites: new Map(),
      collections: new Map(),
    }));
  }

  collection(namespace: string, name: string): CollectionBuilder {
    return getOrMake(this.namespace(namespace).collections, name, () => ({
      reads: new Map(),
      writes: new Map(),
      metadataWrites: new Map(),
    }));
  }
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
