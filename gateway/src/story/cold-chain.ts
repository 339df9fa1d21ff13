/** Words of the trip: what the logger recorded, what stands on the ledger of it. */
import { setTimeout as wait } from 'node:timers/promises';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { parseLoggerExport } from '@yaosu/chaincode/model/telemetry/loggers/parse-logger-export';
import type { ExcursionRecord, PageRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { loggerIdOf } from '@yaosu/chaincode/signing/logger-id';
import { writeLoggerExport } from './logger-export.js';
import { StoryFailed, type Stage } from './stage.js';
import type { World } from './world.js';

const MINUTE_MS = 60_000;
const INTERVAL_MINUTES = 5;
const COOL = [480, 500, 520] as const;
const WARM_READINGS = 8;
const BEFORE = 36;
const AFTER = 27;

const coolFor = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => COOL[i % COOL.length] ?? 0);

/** Six hours that have just ended: the story is told in a minute, the logger has run all the way. */
const madeExport = (stage: Stage): string => {
  const warm = new Array<number>(WARM_READINGS).fill(900);
  const values = [...coolFor(BEFORE), 700, ...warm, 700, ...coolFor(AFTER)];
  const lastMinute = Math.floor(stage.ports.clock.nowMs() / MINUTE_MS) - 1;
  const startMs = (lastMinute - (values.length - 1) * INTERVAL_MINUTES) * MINUTE_MS;
  return writeLoggerExport({ serial: `YS${stage.run}`, startMs, intervalMinutes: INTERVAL_MINUTES, values });
};

/** The export of the trip's logger, a made one unless a real one is given, and the logger's id. */
export const exportOf = (
  stage: Stage,
  given: Uint8Array | undefined,
): Pick<NonNullable<World['trip']>, 'exported' | 'isMade' | 'logger'> => {
  const exported = new Uint8Array(given ?? new TextEncoder().encode(madeExport(stage)));
  const { format, serial } = parseLoggerExport(new TextDecoder().decode(exported));
  return { exported, isMade: given === undefined, logger: loggerIdOf(format, serial) };
};

/** A shipment as a login's enterprise sees it. */
export const shipmentSeen = async (
  stage: Stage,
  login: string,
  shipment: string,
): Promise<ShipmentRecord> => {
  const { client } = await stage.as(login);
  return (await client.read('record', { key: keyOf('ship', shipment) })).record.value as ShipmentRecord;
};

/** Excursions of a shipment as a login's enterprise sees them, the first one first. */
export const excursionsSeen = async (
  stage: Stage,
  login: string,
  shipment: string,
): Promise<readonly ExcursionRecord[]> => {
  const { client } = await stage.as(login);
  const { records } = await client.read('records', {}, { type: 'exc', limit: 200 });
  return records
    .map(({ value }) => value as ExcursionRecord)
    .filter((excursion) => excursion.shipment === shipment)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
};

/** A page of a logger as a login's enterprise sees it. */
export const pageSeen = async (
  stage: Stage,
  login: string,
  logger: string,
  sequence: number,
): Promise<PageRecord> => {
  const { client } = await stage.as(login);
  const { record } = await client.read('record', { key: keyOf('page', logger, String(sequence)) });
  return record.value as PageRecord;
};

const WAIT_MS = 100;
const MOST_WAITS = 300;

/** Waits for what the gateway does by itself. @throws StoryFailed when it does not come within half a minute */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  for (let i = 0; i < MOST_WAITS; i += 1) {
    const found = await look();
    if (found !== undefined) return found;
    // The timers of the ports keep no process alive, but a story that waits has to go on.
    await wait(WAIT_MS);
  }
  throw new StoryFailed(`${what} did not come`);
};
