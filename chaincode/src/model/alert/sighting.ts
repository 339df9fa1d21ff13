/** A serialised object as somebody saw it. Times are milliseconds in UTC. */
import type { AlertCause, AlertClass, SightingStep } from './states.js';

/** Where something is, as exactly as it is known. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
  /** How far away it may be from there. */
  readonly radiusKm: number;
}

/** A place by its name (its GLN where it has one). */
export interface Place {
  readonly name: string;
  /** Null where nobody has said where it lies. */
  readonly at: Coordinates | null;
}

/** Who saw what, when and where. */
export interface Sighting {
  /** Orders sightings of one instant. */
  readonly id: string;
  readonly epc: string;
  /** What the device or the ledger says. */
  readonly at: number;
  /** When it was known here. */
  readonly recordedAt: number;
  readonly place: Place | null;
  /** Enterprise that acted or reported. */
  readonly holder: string;
  readonly step: SightingStep;
  /** Case or pallet that it was in. */
  readonly parent: string | null;
  /** An act that the contracts judged, or an event that an enterprise reported. */
  readonly source: 'judged' | 'reported';
}

/** An enterprise that the ledger knows as holder, or as who is to receive it. */
export interface Custody {
  readonly holder: string;
  readonly since: number;
  /** Null: until now. */
  readonly until: number | null;
}

/** What is known of an object. */
export interface History {
  /** Every sighting of it, in any order. */
  readonly sightings: readonly Sighting[];
  /** By the ledger, of the object or of what it is packed in; null where the ledger knows neither. */
  readonly custody: readonly Custody[] | null;
  /** Enterprises that reported the cases that it was packed in. */
  readonly handlers: readonly string[];
}

/** Two sightings, or a sighting and the ledger, that do not go together. */
export interface Alert {
  readonly class: AlertClass;
  readonly cause: AlertCause;
  /** Enterprise that has to look. */
  readonly whose: string;
  readonly sighting: Sighting;
  /** What it does not go together with; null: what the ledger knows of holders. */
  readonly other: Sighting | null;
}

/** An alert before it is known whose it is. */
export type Finding = Omit<Alert, 'whose'>;
