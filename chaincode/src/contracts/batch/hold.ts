import { holdRecord } from '../../model/batch/goods-schemas.js';
import { enterpriseRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { partsOfParcel } from '../../model/stock/parcel-ref.js';
import { parcelRecord } from '../../model/stock/schemas.js';
import { assertConcerned, signedByOf, signer, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';

/** Whether the signer speaks for an authority over drugs. */
const isAuthority = async (tx: ActTransaction): Promise<boolean> => {
  const { enterprise } = signer(tx, 'keeper');
  const record = await tx.state.get(enterpriseRecord, 'ent', enterprise);
  return record?.authority?.subject === 'drug' && (await tx.state.has('role', enterprise, 'authority'));
};

/** Who has the parcel of this batch; nobody when it is spent or of another. */
const holderOf = async (tx: ActTransaction, batch: string, ref: string | null): Promise<string | null> => {
  if (ref === null) return null;
  const parcel = await tx.state.get(parcelRecord, 'parcel', ...partsOfParcel(ref));
  return parcel?.batch === batch && parcel.spentBy === null ? parcel.holder : null;
};

type Answer = Promise<{ key: string }>;
type Hold = ActTransaction<{ batch: string; reason: string; parcel: string | null }>;
type Unhold = ActTransaction<{ batch: string; hold: string }>;

/** Handlers of the holds. */
export const holdHandlers = {
  hold: async (tx: Hold): Answer => {
    const { batch, reason, parcel } = tx.payload;
    const { owner, issuer, manufacturer, mah } = await loadBatch(tx, batch);
    if (!(await isAuthority(tx))) {
      const holder = await holderOf(tx, batch, parcel);
      assertConcerned(tx, 'keeper', [owner, issuer, manufacturer, mah, holder]);
    }
    const { cmd } = tx.command;
    const placed = { placedBy: signedByOf(tx, 'keeper'), placedAt: tx.now, liftedBy: null };
    tx.state.put('hold', [batch, cmd], { batch, hold: cmd, reason, ...placed });
    const key = keyOf('hold', batch, cmd);
    tx.emit('BatchHeld', [key]);
    return { key };
  },

  unhold: async (tx: Unhold): Answer => {
    const { batch, hold } = tx.payload;
    const record = await tx.state.get(holdRecord, 'hold', batch, hold);
    if (record === undefined) throw new YaosuError('SUBJECT_NOT_FOUND', { hold });
    if (!(await isAuthority(tx))) {
      assertConcerned(tx, 'keeper', [record.placedBy.enterprise]);
    }
    if (record.liftedBy !== null) throw new YaosuError('STATE_WRONG', { hold });
    tx.state.put('hold', [batch, hold], { ...record, liftedBy: signedByOf(tx, 'keeper') });
    const key = keyOf('hold', batch, hold);
    tx.emit('BatchUnheld', [key]);
    return { key };
  },
};
