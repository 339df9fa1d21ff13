/** Counts of what waits that take more than one condition on one list. */
import { api } from '../../lib/api.js';
import { readRecords } from '../../lib/records.js';
import type { Session } from '../../lib/session.js';

/** Most rows of a list that are counted. */
export const MAX_ROWS = 200;

/** Stock that its holder has yet to inspect. */
export const quarantined = async (): Promise<number> =>
  (await api.read('stock', {}, { limit: MAX_ROWS })).stock.filter(
    ({ status, shipment }) => status === 'quarantine' && shipment === null,
  ).length;

/** Open recalls, or drills, of what the enterprise holds and has not answered. */
export const recallsToAnswer = async ({ enterprise }: Session, drill: boolean): Promise<number> => {
  const [{ records: open }, { records: answers }, { stock }] = await Promise.all([
    readRecords('rec', { drill: `${drill}` }),
    readRecords('ans'),
    api.read('stock', {}, { limit: MAX_ROWS }),
  ]);
  const answered = answers.filter(({ value }) => value.enterprise === enterprise);
  return open.filter(
    ({ value }) =>
      value.state === 'open' &&
      stock.some(({ batch }) => value.batches.includes(batch)) &&
      !answered.some((answer) => answer.value.recall === value.recall),
  ).length;
};

/** Open alerts that are the enterprise’s to look into. */
export const alertsToTriage = async ({ enterprise }: Session): Promise<number> =>
  (await api.read('alerts', {}, { state: 'open', limit: MAX_ROWS })).alerts.filter(
    ({ whose }) => whose === enterprise,
  ).length;

/** Codes that do not agree. */
export const codeConflicts = async (): Promise<number> =>
  (await api.read('codeConflicts', {}, { limit: MAX_ROWS })).conflicts.length;

/** Open incidents that the enterprise answers for. */
export const incidentsToClose = async ({ enterprise }: Session): Promise<number> =>
  (await readRecords('inc', { state: 'open' })).records.filter(({ value }) => value.owner === enterprise)
    .length;
