import { join } from 'node:path';
import type { Closing } from '../closing.js';
import { EntryStore } from '../resolver/entry-store.js';
import type { Services } from '../services.js';
import { Downloads } from './downloads/downloads.js';
import { Issuing } from './issuing.js';
import { SpaceStore } from './space-store.js';

/** Issuing, its downloads and the resolver's entries, out of the data folder. */
export const openCodes = async (
  { config, db, log, ports, secrets }: Pick<Services, 'config' | 'db' | 'log' | 'ports' | 'secrets'>,
  closing: Closing,
): Promise<Pick<Services, 'downloads' | 'entries' | 'issuing'>> => {
  const spaces = await SpaceStore.open(join(config.data, 'codes', 'spaces'), ports.newId);
  const entries = await EntryStore.open(join(config.data, 'resolver'), ports.newId);
  const issuing = new Issuing(db, spaces, secrets);
  const folder = join(config.data, 'codes', 'downloads');
  const downloads = await Downloads.open({ folder, issuing, ports, log });
  closing.add(() => downloads.close());
  return { downloads, entries, issuing };
};
