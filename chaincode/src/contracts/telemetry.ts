import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { telemetryActs } from '../model/telemetry/acts.js';
import { profileRecord } from '../model/telemetry/schemas.js';
import { signer, type ActTransaction } from './act-transaction.js';
import { newContract } from './new-contract.js';
import { excursionHandlers } from './telemetry/excursions.js';
import { recordPages } from './telemetry/record-pages.js';
import { reportLogger } from './telemetry/report-logger.js';

/** Editions of a product follow one another, all from the same owner. @throws PROFILE_FOREIGN */
const assertFollows = async (
  { state }: ActTransaction,
  product: string,
  edition: number,
  owner: string,
): Promise<void> => {
  if (edition === 1) return;
  const before = await state.get(profileRecord, 'prof', product, String(edition - 1));
  if (before?.owner !== owner) throw new YaosuError('PROFILE_FOREIGN', { edition });
};

/** Profiles, readings and what follows from a breach. */
export const TelemetryContract = newContract('Telemetry', telemetryActs, {
  setProfile: async (tx) => {
    const { product, edition, limits } = tx.payload;
    const owner = signer(tx, 'quality').enterprise;
    await assertFollows(tx, product, edition, owner);
    if (limits.some((limit) => limit.minCentiCelsius === null && limit.maxCentiCelsius === null)) {
      throw new YaosuError('PROFILE_LIMIT_EMPTY');
    }
    const parts = [product, String(edition)];
    tx.state.put('prof', parts, { ...tx.payload, owner });
    tx.emit('TelemetryProfileSet', [keyOf('prof', ...parts)]);
    return { key: keyOf('prof', ...parts) };
  },

  recordPages,

  reportLogger,

  ...excursionHandlers,
});
