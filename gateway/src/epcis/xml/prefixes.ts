import { STANDARD_NAMESPACES } from '@yaosu/chaincode/model/epcis/namespaces';

const PREFIX = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Prefixes of fields of users, of which JSON has one for the whole document, as its context. */
export class Prefixes {
  readonly #byNamespace = new Map<string, string>();
  readonly #taken = new Set<string>(Object.keys(STANDARD_NAMESPACES));

  /** The compact name of a field; the prefix is the document's own where that is free. */
  name(namespace: string, local: string, prefix: string): string {
    return `${this.#byNamespace.get(namespace) ?? this.#add(namespace, prefix)}:${local}`;
  }

  #add(namespace: string, wanted: string): string {
    const isFree = PREFIX.test(wanted) && !this.#taken.has(wanted);
    let prefix = wanted;
    for (let at = 1; !isFree && (this.#taken.has(prefix) || !PREFIX.test(prefix)); at += 1)
      prefix = `ns${String(at)}`;
    this.#taken.add(prefix);
    this.#byNamespace.set(namespace, prefix);
    return prefix;
  }

  /** Prefixes and their namespaces. */
  context(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#byNamespace].map(([namespace, prefix]) => [prefix, namespace]));
  }
}
