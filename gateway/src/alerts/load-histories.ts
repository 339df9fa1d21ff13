/** Everything that is known of objects, as the judgement of sightings asks for it. */
import type { Custody, History, Place, Sighting } from '@yaosu/chaincode/model/alert/sighting';
import { canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { namespacesOf } from '@yaosu/chaincode/model/epcis/namespaces';
import type { Database } from '../db/open-database.js';
import { ledgerNameOf } from '../epcis/own-acts/names.js';
import { LEDGER } from '../epcis/own-acts/own-event-rows.js';
import { coordinatesOf } from './areas.js';
import { selectAreas, selectBatches, selectHolders, selectSightings, type EventRow } from './queries.js';
import { stepOf } from './steps.js';

/** A sighting that leads back to its event. */
export interface EventSighting extends Sighting {
  readonly row: EventRow;
}

/** An object with its history, and the lots that it is of. */
export interface ObjectHistory extends History {
  readonly epc: string;
  readonly sightings: readonly EventSighting[];
  readonly batches: readonly string[];
}

const GLN = /^https:\/\/id\.gs1\.org\/414\/(\d{13})/;
const NO_PREFIXES = namespacesOf(undefined);

const parentOf = ({ parent, epc }: EventRow): string | null => {
  if (parent === null) return null;
  const name = canonicalValue(parent, NO_PREFIXES);
  const known = ledgerNameOf(name) ?? name;
  return known === epc ? null : known;
};

const placeOf = (name: string | null, areas: ReadonlyMap<string, string>): Place | null => {
  if (name === null) return null;
  const area = areas.get(GLN.exec(name)?.[1] ?? '');
  return { name, at: area === undefined ? null : coordinatesOf(area) };
};

const sightingOf = (row: EventRow, areas: ReadonlyMap<string, string>): EventSighting => ({
  id: `${row.hash}${row.captor}`,
  epc: row.epc,
  at: Date.parse(row.event_time),
  recordedAt: Date.parse(row.record_time),
  place: placeOf(row.place, areas),
  holder: row.actor ?? row.captor,
  step: stepOf(row.biz_step, row.disposition),
  parent: parentOf(row),
  source: row.captor === LEDGER ? 'judged' : 'reported',
  row,
});

const codeOf = (epc: string): string => epc.slice(epc.lastIndexOf(':') + 1);

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

/** The ledger knows who has or had a lot, not when: who never had any of it is no holder of an object of it. */
const custodyOf = (
  batches: readonly string[],
  holders: ReadonlyMap<string, readonly string[]>,
): readonly Custody[] | null =>
  batches.length === 0
    ? null
    : batches.flatMap((batch) =>
        (holders.get(batch) ?? []).map((holder) => ({ holder, since: 0, until: null })),
      );

/** Histories of objects by their names on the ledger. */
export const loadHistories = async (
  db: Database,
  epcs: readonly string[],
): Promise<readonly ObjectHistory[]> => {
  const rows = await selectSightings(db, epcs);
  const glns = new Set(rows.flatMap(({ place }) => GLN.exec(place ?? '')?.[1] ?? []));
  const areas = await selectAreas(db, [...glns]);
  const sightings = grouped(
    rows.map((row) => sightingOf(row, areas)),
    ({ epc }) => epc,
  );
  const parentsOf = (all: readonly Sighting[]) => new Set(all.flatMap(({ parent }) => parent ?? []));
  const named = new Set([...epcs, ...parentsOf([...sightings.values()].flat())]);
  const batchesOf = await selectBatches(db, [...named].map(codeOf));
  const holders = await selectHolders(db, [...new Set([...batchesOf.values()].flat())]);
  return [...sightings].map(([epc, all]) => {
    const parents = [...parentsOf(all)];
    const own = batchesOf.get(codeOf(epc));
    const batches = own ?? [...new Set(parents.flatMap((each) => batchesOf.get(codeOf(each)) ?? []))].sort();
    const handlers = parents.flatMap((each) => (sightings.get(each) ?? []).map(({ holder }) => holder));
    return { epc, sightings: all, batches, custody: custodyOf(batches, holders), handlers };
  });
};
