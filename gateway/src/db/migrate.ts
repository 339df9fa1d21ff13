import { Migrator, type Kysely } from 'kysely';
import { up as readModel } from './migrations/0001-read-model.js';
import { up as goods } from './migrations/0002-goods.js';
import { up as epcis } from './migrations/0005-epcis.js';
import { up as readers } from './migrations/0006-readers.js';
import { up as leaves } from './migrations/0007-leaves.js';
import { up as epcisQueries } from './migrations/0008-epcis-queries.js';
import { up as ownEvents } from './migrations/0009-own-events.js';
import { up as alerts } from './migrations/0010-alerts.js';
import { up as provisionalBlocks } from './migrations/0011-provisional-blocks.js';
import { up as openQuality } from './migrations/0012-open-quality.js';
import { up as bills } from './migrations/0013-bills.js';
import { up as identifiers } from './migrations/0014-identifiers.js';
import { up as waiting } from './migrations/0015-waiting.js';
import { up as uncountedFills } from './migrations/0003-uncounted-fills.js';
import { up as readings } from './migrations/0004-readings.js';

/** Migrations by name; appended to, never changed. */
const MIGRATIONS = {
  '0001-read-model': { up: readModel },
  '0002-goods': { up: goods },
  '0003-uncounted-fills': { up: uncountedFills },
  '0004-readings': { up: readings },
  '0005-epcis': { up: epcis },
  '0006-readers': { up: readers },
  '0007-leaves': { up: leaves },
  '0008-epcis-queries': { up: epcisQueries },
  '0009-own-events': { up: ownEvents },
  '0010-alerts': { up: alerts },
  '0011-provisional-blocks': { up: provisionalBlocks },
  '0012-open-quality': { up: openQuality },
  '0013-bills': { up: bills },
  '0014-identifiers': { up: identifiers },
  '0015-waiting': { up: waiting },
};

/** Brings a database to the newest schema. @throws when a migration fails */
export const migrate = async <T>(db: Kysely<T>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('the read model could not be migrated', { cause: error });
};
