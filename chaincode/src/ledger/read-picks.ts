import type { ChaincodeStub } from 'fabric-shim';
import * as z from 'zod';
import { YaosuError } from '../model/kernel/errors.js';
import { parcelRef } from '../model/stock/parcel-ref.js';

const MAX_PICKS = 500;
const picks = z.array(parcelRef).max(MAX_PICKS);

/** Name of the transient entry that proposes parcels. */
export const PICKS = 'picks';

/** Parcels that the gateway proposes; a hint, which the rules check against the signed command. @throws INPUT_INVALID */
export const readPicks = (stub: ChaincodeStub): readonly string[] => {
  const bytes = stub.getTransient().get(PICKS);
  if (bytes === undefined) return [];
  try {
    return [...new Set(picks.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))))];
  } catch {
    throw new YaosuError('INPUT_INVALID', { issues: ['transient.picks'] });
  }
};
