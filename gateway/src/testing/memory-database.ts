/** Empty read models in memory: made and migrated once a process, copied for each suite. */
import { databaseOn, newPglite, type Database } from '../db/open-database.js';

const newDump = async (): Promise<File | Blob> => {
  const pglite = await newPglite();
  await databaseOn(pglite);
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  return dump;
};

let dumped: Promise<File | Blob> | undefined;

/** Opens an empty read model of its own. */
export const openMemoryDatabase = async (): Promise<Database> => {
  dumped ??= newDump();
  return databaseOn(await newPglite({ loadDataDir: await dumped }));
};
