/** What the event of an act says beside what all of them say, and by which records it is seen. */
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { enterpriseName, placeName } from './names.js';
import type { WrittenAct } from './written-act.js';

/** By what an event is seen: by who sees one of these lots, or by who sees every one of these records. */
export type SeenBy = { readonly batches: readonly string[] } | { readonly records: readonly string[] };

/** Step and disposition, CBV 2.0. */
export interface Step {
  readonly bizStep: string;
  readonly disposition: string;
}

/** The event of an act. */
export interface OwnEvent {
  readonly event: EventJson;
  readonly seenBy: SeenBy;
  readonly batches: readonly string[];
  /** Parcels that the event is about, by which single packs are followed to it. */
  readonly stock: readonly string[];
  /** Parcels that a single pack was taken from. */
  readonly taken: readonly string[];
}

/** Makes the events of an act; none when it changed nothing, as a disputed fact does. */
export type EventsOf = (act: WrittenAct) => readonly OwnEvent[];

/** Parties as a source or destination. */
export const sideOf = (
  name: 'source' | 'destination',
  owner: string,
  site: string | null,
): readonly EventJson[] => [
  { type: 'owning_party', [name]: enterpriseName(owner) },
  ...(site === null ? [] : [{ type: 'location', [name]: placeName(site) }]),
];

/** Where something was seen, and where it stays. */
export const at = (site: string | null): EventJson =>
  site === null ? {} : { readPoint: { id: placeName(site) }, bizLocation: { id: placeName(site) } };
