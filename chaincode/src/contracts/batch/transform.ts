import type { BatchRecord } from '../../model/batch/schemas.js';
import type { TransformPayload } from '../../model/batch/transform-act.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { assertApproved, assertNoFresher } from '../../rules/batch/assert-transformable.js';
import { isYieldWithin } from '../../rules/batch/judge-yield.js';
import { assertOwn, signedByOf, type ActTransaction } from '../act-transaction.js';
import { putEdge } from '../goods/edges.js';
import { loadBatch, requireUsable } from '../goods/load-batch.js';
import { parcelKey, Parcels } from '../goods/parcels.js';

type Transform = ActTransaction<TransformPayload>;

/** The output: the signer's own, made by no transform yet. @throws ENTERPRISE_FOREIGN, STATE_WRONG, UNIT_MISMATCH */
const loadOutput = async (tx: Transform): Promise<BatchRecord> => {
  const { batch, unit, inputs, approval } = tx.payload;
  const output = await loadBatch(tx, batch);
  assertOwn(tx, 'producer', output.issuer);
  const { disposition } = output;
  if (disposition !== 'inProcess') throw new YaosuError('STATE_WRONG', { disposition });
  if (output.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit: output.unit });
  assertApproved(
    inputs.map(({ kind }) => kind),
    approval,
  );
  return output;
};

/** Takes every input off the shelf and ties it to the output. @returns names of the parcels that went in */
const consume = async (tx: Transform, output: BatchRecord, parcels: Parcels): Promise<readonly string[]> => {
  const holder = signedByOf(tx, 'producer').enterprise;
  const from: string[] = [];
  for (const { kind, ...wanted } of tx.payload.inputs) {
    const input = await loadBatch(tx, wanted.batch);
    await requireUsable(tx, 'use', input, ['acceptable']);
    assertNoFresher(output, input, kind);
    const taken = await parcels.take({ ...wanted, holder, statuses: ['acceptable'] });
    from.push(...taken.map(({ parcel }) => parcel));
    putEdge(tx.state, { from: wanted.batch, to: output.batch, kind });
  }
  return from;
};

/** A yield outside its limits is recorded, and stands against the release until quality has closed it. */
const judgeYield = (tx: Transform): string | null => {
  const { batch, quantity, theoretical, yieldLimits } = tx.payload;
  if (isYieldWithin(quantity, theoretical, yieldLimits)) return null;
  const { cmd } = tx.command;
  tx.state.put('qa', [batch, cmd], {
    batch,
    cmd,
    kind: 'deviation',
    deviation: 'yield',
    severity: 'major',
    about: null,
    // The command says all there is to say about it: quantity, theoretical quantity, limits.
    description: cmd,
    number: 'yield',
    signedBy: signedByOf(tx, 'producer'),
    at: tx.now,
    closed: null,
  });
  const key = keyOf('qa', batch, cmd);
  tx.emit('QualityDeviationOpened', [key]);
  return key;
};

/** What one parcel may name as its origin. */
const MAX_FROM = 100;

/** Handler of `Batch.transform`. */
export const transform = async (tx: Transform): Promise<{ parcels: string[]; deviation: string | null }> => {
  const { batch, quantity, unit } = tx.payload;
  const output = await loadOutput(tx);
  const parcels = new Parcels(tx);
  const from = await consume(tx, output, parcels);
  const { enterprise, person } = signedByOf(tx, 'producer');
  const parcel = await parcels.make({
    batch,
    quantity,
    unit,
    owner: output.owner,
    holder: enterprise,
    site: output.site,
    status: 'quarantine',
    container: null,
    shipment: null,
    receivedBy: person,
    from: from.slice(0, MAX_FROM),
  });
  tx.state.put('batch', [batch], { ...output, disposition: 'quarantine' });
  tx.emit('BatchTransformed', [keyOf('batch', batch), parcelKey(parcel)]);
  return { parcels: [parcel], deviation: judgeYield(tx) };
};
