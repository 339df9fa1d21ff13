/**
 * Why nothing was signed. An authenticator was closed, ran out or did not know the person (`notGiven`); did not ask for finger, face or
 * PIN (`notVerified`); makes no keys that the ledger takes (`unfit`). `noKey`: this browser knows no key of that name here.
 */
export type NotSignedReason = 'notGiven' | 'notVerified' | 'unfit' | 'noKey';

/** Nothing was signed and nothing was sent: the same may be tried again. */
export class NotSignedError extends Error {
  override readonly name = 'NotSignedError';

  constructor(
    readonly reason: NotSignedReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}
