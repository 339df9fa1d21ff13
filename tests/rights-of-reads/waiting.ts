/** What waits at the end of the story, by hand: for whose function, and of whose records. */
import type { MatterName } from '@yaosu/gateway/api/waiting';
import type { Answer } from './ask.js';
import type { CallerName } from './callers.js';

/** Caller → what it is told; whoever is not named is told of nothing. Papers run out by the calendar and are left out. */
export const WAITING: Partial<Readonly<Record<CallerName, Partial<Readonly<Record<MatterName, number>>>>>> = {
  // The incident with its load waits for the quality manager, not for the qualified person who asks here.
  maker: { batchesToMarket: 1, codeConflicts: 1, disputes: 1 },
  // That with the waste of the CDMO waits for the CDMO alone.
  cdmo: { incidentsToClose: 1, alertsToTriage: 1 },
  carrier: { shipmentsCarried: 2 },
  wholesaler: { shipmentsToLoad: 1, shipmentsComing: 2 },
  pharmacy: { disputes: 1 },
  // An inspector of the maker's province; that of another one, and of another subject, is told of none.
  drug: { disputes: 1 },
};

/** Matter → count of an answer, without papers. */
export const countsIn = ({ text }: Answer): Readonly<Record<string, number>> => {
  const { matters } = JSON.parse(text) as {
    readonly matters: readonly { readonly name: MatterName; readonly count: number }[];
  };
  return Object.fromEntries(
    matters.filter(({ name }) => name !== 'papersEnding').map(({ name, count }) => [name, count]),
  );
};
