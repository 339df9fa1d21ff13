/**
 * Queries that a peer does not protect against change are allowed in read-only transactions only, so whichever comes
 * first, such a query or a write, rules the other out.
 */
export class WriteGuard {
  #written = false;
  #paginated = false;
  #privateRange = false;

  constructor(readonly txId: string) {}

  /** @throws after a paginated query or a range query on private data. */
  assertMayWrite(): void {
    if (this.#privateRange) {
      throw this.#refusal('Transaction has already performed queries on pvt data. Writes are not allowed');
    }
    if (this.#paginated) {
      throw this.#refusal('Transaction has already performed a paginated query. Writes are not allowed');
    }
    this.#written = true;
  }

  /** @throws after a write. */
  assertMayPaginate(): void {
    if (this.#written) throw this.#refusal('Paginated queries are supported only in a read-only transaction');
    this.#paginated = true;
  }

  /** @throws after a write. */
  assertMayRangePrivate(): void {
    if (this.#written)
      throw this.#refusal('Queries on pvt data is supported only in a read-only transaction');
    this.#privateRange = true;
  }

  #refusal(reason: string): Error {
    // The misspelling is Fabric's: words of a peer are the same on both ledgers.
    return new Error(`txid [${this.txId}]: unsuppored transaction. ${reason}`);
  }
}
