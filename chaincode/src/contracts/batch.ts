import { signer, type ActTransaction } from './act-transaction.js';
import { newContract } from './new-contract.js';
import { batchActs } from '../model/batch/acts.js';
import { REGISTRANTS } from '../model/batch/states.js';
import { enterpriseRecord } from '../model/enterprise/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { escrowRecord } from '../model/network/schemas.js';
import type { MspId } from '../model/organisations.js';
import { assertDates } from '../rules/batch/assert-dates.js';
import { goodsPolicy } from '../rules/goods-policy.js';

type Register = ActTransaction<{
  readonly mah: string | null;
  readonly manufacturer: string;
  readonly kind: keyof typeof REGISTRANTS;
  readonly identity: { readonly escrows: readonly { readonly subject: string; readonly keyId: string }[] };
}>;

const hostOf = async (tx: ActTransaction, enterprise: string): Promise<MspId> => {
  const record = await tx.state.get(enterpriseRecord, 'ent', enterprise);
  if (record === undefined) throw new YaosuError('ENTERPRISE_NOT_FOUND', { enterprise });
  return record.hostMsp as MspId;
};

const assertMayRegister = async (tx: Register, issuer: string): Promise<void> => {
  for (const role of REGISTRANTS[tx.payload.kind]) if (await tx.state.has('role', issuer, role)) return;
  throw new YaosuError('BATCH_KIND_FORBIDDEN', { kind: tx.payload.kind });
};

/** Drugs without a holder of their authorisation, or with one that is none, cannot be registered. */
const assertMah = async (tx: Register): Promise<void> => {
  const { mah, kind } = tx.payload;
  if (mah === null && (kind === 'packed' || kind === 'bulk'))
    throw new YaosuError('ROLE_NOT_HELD', { role: 'mah' });
  if (mah !== null && !(await tx.state.has('role', mah, 'mah')))
    throw new YaosuError('ROLE_NOT_HELD', { role: 'mah' });
};

const assertEscrowed = async (tx: Register): Promise<void> => {
  const drug = await tx.state.get(escrowRecord, 'set', 'escrow-drug');
  const { escrows } = tx.payload.identity;
  if (drug === undefined || !escrows.some((wrap) => wrap.subject === 'drug' && wrap.keyId === drug.keyId)) {
    throw new YaosuError('ESCROW_MISSING', { subject: 'drug' });
  }
};

/** Batches. */
export const BatchContract = newContract('Batch', batchActs, {
  register: async (tx) => {
    const { batch, identity, ...clear } = tx.payload;
    const issuer = signer(tx, 'issuer').enterprise;
    if (clear.manufacturer !== issuer)
      throw new YaosuError('ENTERPRISE_FOREIGN', { enterprise: clear.manufacturer });
    await assertMayRegister(tx, issuer);
    await assertMah(tx);
    if (!(await tx.state.has('site', issuer, clear.site)))
      throw new YaosuError('SITE_NOT_FOUND', { gln: clear.site });
    assertDates(clear.manufactured, clear.usableUntil, tx.now);
    await assertEscrowed(tx);
    if (await tx.state.has('doc', identity.document)) throw new YaosuError('DOCUMENT_EXISTS');
    const ownerHost = await hostOf(tx, issuer);
    const named = [ownerHost, ...(clear.mah === null ? [] : [await hostOf(tx, clear.mah)])];
    const guard = goodsPolicy(ownerHost, named);
    const states = { issuer, owner: issuer, disposition: 'inProcess', market: 'none' };
    await tx.state.putGuarded(
      'batch',
      [batch],
      { ...clear, ...states, batch, identity: identity.document },
      guard,
    );
    await tx.state.putGuarded(
      'doc',
      [identity.document],
      { ...identity, owner: issuer, kind: 'batchIdentity' },
      guard,
    );
    tx.emit('BatchRegistered', [keyOf('batch', batch)]);
    return { batch };
  },
});
