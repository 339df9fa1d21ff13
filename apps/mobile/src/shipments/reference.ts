/** What the phone knows without signal: the day's trips and all that belongs to them, as of the last time it had signal. */
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ManifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { Licence } from '@yaosu/chaincode/rules/waste/assert-licensed';
import { expectedDoubts, type Doubt } from '../logger/doubts.js';
import type { Entry } from '../outbox/entry.js';
import { t, type Language } from '../texts/texts.js';
import { unitWord } from '../texts/words.js';
import { remembered } from '../lib/memory.js';
import { expectedManifest } from '../waste/expected-manifest.js';
import { expectedTrip } from './expected-trip.js';

/** A shipment as the phone shows it. */
export type Trip = Omit<ShipmentRecord, 'v' | 'by'>;
/** A manifest of waste as the phone shows it. */
export type Manifest = Omit<ManifestRecord, 'v' | 'by'>;

/** A key that speaks for a firm, as the ledger had it. */
export interface KnownKey {
  readonly enterprise: string;
  readonly functions: readonly KeyFunction[];
  readonly person: string | null;
  readonly isRevoked: boolean;
  /** The one record that it is good for; left out for a key without such a limit. */
  readonly onlyFor?: string;
}

/** What was read with signal. */
export interface Day {
  readonly trips: readonly Trip[];
  readonly manifests: readonly Manifest[];
  /** What is or was in doubt about the loads. */
  readonly doubts: readonly Doubt[];
  /** Enterprise → its name. */
  readonly names: Readonly<Record<string, string>>;
  /** Batch → name and lot, where this firm may read them. */
  readonly goods: Readonly<Record<string, string>>;
  /** GLN → name and address. */
  readonly sites: Readonly<Record<string, string>>;
  /** GLN → GB/T 2260 area. */
  readonly areas: Readonly<Record<string, string>>;
  /** Key → whose it is. */
  readonly keys: Readonly<Record<string, KnownKey>>;
  /** Enterprise → its licences. */
  readonly licences: Readonly<Record<string, readonly Licence[]>>;
  /** Draft of a manifest → hash of its record, which a signature of its departure names. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Height of the ledger and time of reading; null when nothing was read yet. */
  readonly asOf: { readonly block: number; readonly at: string } | null;
}

/** Name under which the day is kept on the phone. */
export const DAY = 'day';
const NOTHING: Day = {
  trips: [],
  manifests: [],
  doubts: [],
  names: {},
  goods: {},
  sites: {},
  areas: {},
  keys: {},
  licences: {},
  drafts: {},
  asOf: null,
};

/** What is known without signal: the day as it was read, with what this phone has signed since. */
export interface Reference extends Day {
  /** Shipments that stand otherwise than the ledger said, because this phone has signed something since. */
  readonly ahead: ReadonlySet<string>;
}

/** What trips that an older app has kept are without. */
const AS_ANNOUNCED: Pick<Trip, 'redirects'> = { redirects: [] };

/** The day as it was read last; an older app may have kept less of it. */
export const knownDay = async (): Promise<Day> => {
  const day = { ...NOTHING, ...(await remembered<Partial<Day>>(DAY, NOTHING)) };
  return { ...day, trips: day.trips.map((trip) => ({ ...AS_ANNOUNCED, ...trip })) };
};

/** All that is known here; `entries` are this phone's own, in order. */
export const knownReference = async (entries: readonly Entry[]): Promise<Reference> => {
  const day = await knownDay();
  const block = day.asOf?.block ?? 0;
  const trips = day.trips.map((trip) => expectedTrip(trip, entries, block));
  const manifests = day.manifests.map((manifest) => expectedManifest(manifest, entries, block));
  const doubts = expectedDoubts(day.doubts, entries, block);
  const ahead = new Set(trips.filter((trip, at) => trip !== day.trips[at]).map(({ shipment }) => shipment));
  return { ...day, trips, manifests, doubts, ahead };
};

/** So much of a batch, in words; a batch whose papers this firm may not read has its number only. */
export const goodsLine = (
  { batch, quantity, unit }: { readonly batch: string; readonly quantity: string; readonly unit?: string },
  { goods }: Pick<Reference, 'goods'>,
  as?: Language,
): string => {
  const amount = unit === undefined ? quantity : `${quantity} ${unitWord(unit, as)}`;
  return `${amount} · ${goods[batch] ?? `${t('batch', as)} ${batch.slice(0, 12)}…`}`;
};
