import { signer, type ActTransaction } from './act-transaction.js';
import { policyOf } from './goods/hosts.js';
import { loadBatch } from './goods/load-batch.js';
import { putEdge } from './goods/edges.js';
import { Parcels } from './goods/parcels.js';
import { assertEscrowed } from './document/load-document.js';
import { holdHandlers } from './batch/hold.js';
import { releaseHandlers } from './batch/release.js';
import { transform } from './batch/transform.js';
import { newContract } from './new-contract.js';
import { newDocument } from '../model/document/schemas.js';
import { batchActs, type RegisterPayload } from '../model/batch/acts.js';
import type { BatchRecord } from '../model/batch/schemas.js';
import { REGISTRANTS } from '../model/batch/states.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { assertDates } from '../rules/batch/assert-dates.js';

type Register = ActTransaction<RegisterPayload>;

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

/** Kinds whose own inputs need not be in the network. */
const ORIGINAL_KINDS: readonly string[] = ['startingMaterial', 'excipient', 'packaging'];

/** A receiver's lot is what the source is, made where that was made, and lasts no longer. */
const isSameGoods = (lot: RegisterPayload, source: BatchRecord): boolean =>
  lot.made === null &&
  lot.kind === source.kind &&
  lot.manufacturer === source.manufacturer &&
  lot.unit === source.unit &&
  lot.control === source.control &&
  lot.usableUntil <= source.usableUntil;

/**
 * A lot is either made here, of inputs that are in the network or need not be, or the receiver's own lot of a delivery.
 * @throws BATCH_ORIGIN_WRONG, ENTERPRISE_FOREIGN, BATCH_NOT_FOUND
 */
const assertOrigin = async (tx: Register, issuer: string): Promise<void> => {
  const { receivedFrom, made, kind, manufacturer } = tx.payload;
  if (receivedFrom === null) {
    if (manufacturer !== issuer) throw new YaosuError('ENTERPRISE_FOREIGN', { enterprise: manufacturer });
    if (made !== null && !ORIGINAL_KINDS.includes(kind)) throw new YaosuError('BATCH_ORIGIN_WRONG', { kind });
    return;
  }
  if (!isSameGoods(tx.payload, await loadBatch(tx, receivedFrom)))
    throw new YaosuError('BATCH_ORIGIN_WRONG', { receivedFrom });
};

const putParcel = async (tx: Register, owner: string): Promise<void> => {
  const { batch, made, unit, site } = tx.payload;
  if (made === null) return;
  await new Parcels(tx).make({
    batch,
    quantity: made,
    unit,
    owner,
    holder: owner,
    site,
    status: 'quarantine',
    container: null,
    shipment: null,
    receivedBy: null,
    from: [],
  });
};

/** Batches. */
export const BatchContract = newContract('Batch', batchActs, {
  register: async (tx) => {
    const { batch, identity, made, receivedFrom, ...clear } = tx.payload;
    const issuer = signer(tx, 'issuer').enterprise;
    await assertOrigin(tx, issuer);
    await assertMayRegister(tx, issuer);
    await assertMah(tx);
    if (!(await tx.state.has('site', issuer, clear.site)))
      throw new YaosuError('SITE_NOT_FOUND', { gln: clear.site });
    assertDates(clear.manufactured, clear.usableUntil, tx.now);
    await assertEscrowed(tx, identity.escrows);
    if (await tx.state.has('doc', identity.document)) throw new YaosuError('DOCUMENT_EXISTS');
    const policy = await policyOf(tx, issuer, [clear.mah]);
    const disposition = made === null && receivedFrom === null ? 'inProcess' : 'quarantine';
    const record = { ...clear, batch, issuer, owner: issuer, disposition, market: 'none' };
    tx.state.putGuarded('batch', [batch], { ...record, identity: identity.document }, policy);
    const document = newDocument({ ...identity, owner: issuer, kind: 'batchIdentity', batch });
    tx.state.putGuarded('doc', [identity.document], document, policy);
    if (receivedFrom !== null) putEdge(tx.state, { from: receivedFrom, to: batch, kind: 'receipt' });
    await putParcel(tx, issuer);
    tx.emit('BatchRegistered', [keyOf('batch', batch)]);
    return { batch };
  },

  transform,
  ...releaseHandlers,
  ...holdHandlers,
});
