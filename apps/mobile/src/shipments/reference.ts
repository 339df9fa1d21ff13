/** What the phone knows without signal: its shipments and the names of firms, as of the last time it had signal. */
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { api } from '../lib/api.js';
import { database } from '../outbox/db.js';

/** A shipment as the phone shows it. */
export type Trip = Omit<ShipmentRecord, 'v' | 'by'>;

const TRIPS = 'trips';
const NAMES = 'names';
const PAGE = 200;

const load = async <T>(key: string, empty: T): Promise<T> =>
  ((await (await database()).get('reference', key)) as T | undefined) ?? empty;
const save = async (key: string, value: unknown): Promise<void> => {
  await (await database()).put('reference', value, key);
};

/** Shipments known here. */
export const knownTrips = (): Promise<readonly Trip[]> => load(TRIPS, []);
/** Names of enterprises known here. */
export const knownNames = (): Promise<Readonly<Record<string, string>>> => load(NAMES, {});

const readTrips = async (): Promise<Trip[]> => {
  const { records } = await api.read('records', {}, { type: 'ship', limit: PAGE });
  return records.map(({ value }) => value as unknown as Trip);
};
const readNames = async (): Promise<Record<string, string>> => {
  const { enterprises } = await api.read('enterprises', {}, { limit: PAGE });
  return Object.fromEntries(enterprises.map(({ enterprise, name }) => [enterprise, name]));
};

/** Reads all of it anew. @throws ApiError, or TypeError without signal */
export const refreshReference = async (): Promise<void> => {
  const [trips, names] = await Promise.all([readTrips(), readNames()]);
  await save(TRIPS, trips);
  await save(NAMES, names);
};
