/** What the phone knows without signal: its shipments and the names of firms, as of the last time it had signal. */
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { t } from '../texts/texts.js';
import { unitWord } from '../texts/words.js';
import { api } from '../lib/api.js';
import { remember, remembered } from '../lib/memory.js';

/** A shipment as the phone shows it. */
export type Trip = Omit<ShipmentRecord, 'v' | 'by'>;

const TRIPS = 'trips';
const NAMES = 'names';
const GOODS = 'goods';
const PAGE = 200;

/** What is known without signal. */
export interface Reference {
  readonly trips: readonly Trip[];
  /** Enterprise → its name. */
  readonly names: Readonly<Record<string, string>>;
  /** Batch → name and lot, where this firm may read them. */
  readonly goods: Readonly<Record<string, string>>;
}

/** All that is known here. */
export const knownReference = async (): Promise<Reference> => ({
  trips: await remembered<readonly Trip[]>(TRIPS, []),
  names: await remembered(NAMES, {}),
  goods: await remembered(GOODS, {}),
});

/** So much of a batch, in words; a batch whose papers this firm may not read has its number only. */
export const goodsLine = (
  { batch, quantity, unit }: { readonly batch: string; readonly quantity: string; readonly unit?: string },
  { goods }: Reference,
): string => {
  const amount = unit === undefined ? quantity : `${quantity} ${unitWord(unit)}`;
  return `${amount} · ${goods[batch] ?? `${t('batch')} ${batch.slice(0, 12)}…`}`;
};

const readTrips = async (): Promise<Trip[]> => {
  const { records } = await api.read('records', {}, { type: 'ship', limit: PAGE });
  return records.map(({ value }) => value as unknown as Trip);
};
const readNames = async (): Promise<Record<string, string>> => {
  const { enterprises } = await api.read('enterprises', {}, { limit: PAGE });
  return Object.fromEntries(enterprises.map(({ enterprise, name }) => [enterprise, name]));
};

const readGoods = async (batch: string): Promise<readonly [string, string] | undefined> => {
  try {
    const { identity } = await api.read('batchIdentity', { id: batch });
    return identity === null ? undefined : [batch, `${identity.content.name} ${identity.content.lot}`];
  } catch {
    return undefined;
  }
};
const readAllGoods = async (trips: readonly Trip[]): Promise<Record<string, string>> => {
  const batches = new Set(trips.flatMap(({ lines }) => lines.map(({ batch }) => batch)));
  const found = await Promise.all([...batches].map(readGoods));
  return Object.fromEntries(found.filter((one) => one !== undefined));
};

/** Reads all of it anew. @throws ApiError, or TypeError without signal */
export const refreshReference = async (): Promise<void> => {
  const [trips, names] = await Promise.all([readTrips(), readNames()]);
  await remember(TRIPS, trips);
  await remember(NAMES, names);
  await remember(GOODS, await readAllGoods(trips));
};
