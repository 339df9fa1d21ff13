import type { ALERT_STATES } from '@yaosu/chaincode/model/alert/states';
import { sql, type RawBuilder } from 'kysely';
import type { TriageStore } from './triage-store.js';

/** Condition on `alerts as a`: judged by somebody; else settled by what was told later, or open. */
export const isInState = (
  state: (typeof ALERT_STATES)[number],
  triages: TriageStore,
): RawBuilder<boolean> => {
  const isTriaged = sql<boolean>`a.id = any(${[...triages.triaged()]}::text[])`;
  if (state === 'triaged') return isTriaged;
  const isSettled = state === 'settled' ? sql<boolean>`is not null` : sql<boolean>`is null`;
  return sql<boolean>`(not ${isTriaged} and a.settled_block ${isSettled})`;
};
