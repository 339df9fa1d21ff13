/** Brings onto the phone what the day needs, before it is out of reach. */
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { concernedBy } from '@yaosu/chaincode/rules/shipment/named-on';
import { partiesOf } from '@yaosu/chaincode/rules/waste/parties-of';
import type { Licence } from '@yaosu/chaincode/rules/waste/assert-licensed';
import { ApiError } from '@yaosu/gateway/api/api-error';
import { api } from '../lib/api.js';
import { remember } from '../lib/memory.js';
import { doubtOf } from '../logger/doubts.js';
import { DAY, type Day, type KnownKey, type Manifest, type Trip } from './reference.js';

const PAGE = 200;

/** What this firm may not read is left out; everything else that goes wrong is the caller's. */
const unlessRefused = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

const readNames = async (): Promise<Record<string, string>> => {
  const { enterprises } = await api.read('enterprises', {}, { limit: PAGE });
  return Object.fromEntries(enterprises.map(({ enterprise, name }) => [enterprise, name]));
};

const readAllGoods = async (trips: readonly Trip[]): Promise<Record<string, string>> => {
  const batches = new Set(trips.flatMap(({ lines }) => lines.map(({ batch }) => batch)));
  const found = await Promise.all(
    [...batches].map(async (id) => {
      const answer = await unlessRefused(() => api.read('batchIdentity', { id }));
      return [id, answer?.identity?.content] as const;
    }),
  );
  return Object.fromEntries(
    found.flatMap(([id, content]) => (content === undefined ? [] : [[id, `${content.name} ${content.lot}`]])),
  );
};

type Parties = Pick<Day, 'sites' | 'areas' | 'keys' | 'licences'>;

/** Sites, keys and licences of those whom the day concerns. */
const readParties = async (firms: ReadonlySet<string>): Promise<Parties> => {
  const sites: Record<string, string> = {};
  const areas: Record<string, string> = {};
  const keys: Record<string, KnownKey> = {};
  const licences: Record<string, readonly Licence[]> = {};
  const readOne = async (id: string): Promise<void> => {
    const [firm, list] = await Promise.all([
      unlessRefused(() => api.read('enterprise', { id })),
      unlessRefused(() => api.read('enterpriseKeys', { id })),
    ]);
    if (firm !== undefined) licences[id] = firm.licences;
    for (const { gln, name, address, area } of firm?.sites ?? []) {
      sites[gln] = `${name} · ${address}`;
      areas[gln] = area;
    }
    for (const { kid, person, appointments, revokedAt, onlyFor } of list?.keys ?? []) {
      const functions = appointments.map((each) => each.function);
      keys[kid] = {
        enterprise: id,
        person,
        functions,
        isRevoked: revokedAt !== null,
        ...(onlyFor === null ? {} : { onlyFor }),
      };
    }
  };
  await Promise.all([...firms].map(readOne));
  return { sites, areas, keys, licences };
};

/** Hashes of the drafts that may depart today. */
const readDrafts = async (manifests: readonly Manifest[]): Promise<Day['drafts']> => {
  const drafts = manifests.filter(({ state }) => state === 'draft');
  const found = await Promise.all(
    drafts.map(async ({ manifest }) => {
      const answer = await unlessRefused(() => api.read('recordHash', { key: keyOf('man', manifest) }));
      return [manifest, answer?.hash ?? null] as const;
    }),
  );
  return Object.fromEntries(found.flatMap(([id, hash]) => (hash === null ? [] : [[id, hash]])));
};

const firmsOf = (own: string, trips: readonly Trip[], manifests: readonly Manifest[]): ReadonlySet<string> =>
  new Set([own, ...trips.flatMap(concernedBy), ...manifests.flatMap(partiesOf)]);

/** Reads all of it anew for a person of this firm. @throws ApiError, or TypeError without signal: what was known stays */
export const readDay = async (own: string): Promise<void> => {
  const at = new Date().toISOString();
  const [ships, manifests, excursions, names] = await Promise.all([
    api.read('records', {}, { type: 'ship', limit: PAGE }),
    api.read('records', {}, { type: 'man', limit: PAGE }),
    api.read('records', {}, { type: 'exc', limit: PAGE }),
    readNames(),
  ]);
  const trips = ships.records.map(({ value }) => value as unknown as Trip);
  const loads = manifests.records.map(({ value }) => value as unknown as Manifest);
  const doubts = excursions.records.map(({ value }) => doubtOf(value as unknown as ExcursionRecord));
  const [goods, parties, drafts] = await Promise.all([
    readAllGoods(trips),
    readParties(firmsOf(own, trips, loads)),
    readDrafts(loads),
  ]);
  const asOf = { block: ships.asOfBlock, at };
  const day: Day = { trips, manifests: loads, doubts, names, goods, ...parties, drafts, asOf };
  await remember(DAY, day);
};
