import { join } from 'node:path';
import { hostEnterprise, REGULATOR } from '@yaosu/chaincode/model/organisations';
import { attestedHeads, judgeChain, type ChainVerdict } from '../authority/attested-heads.js';
import { readChainFile } from '../authority/reads-journal.js';
import { READS_FILE, type Config } from '../config.js';
import { openEmbeddedDatabase } from '../db/open-database.js';
import { openLedger } from '../ledger/open-ledger.js';
import { systemPorts } from '../ports.js';
import { projectAll } from '../projection/rebuild.js';
import { openVault } from '../vault/open-vault.js';

/** Checks what authorities have read against the heads on the ledger itself. @throws when the folder is in use */
export const verifyReads = async (config: Config): Promise<ChainVerdict> => {
  const { data } = config;
  const { ledger } = await openLedger(config, systemPorts.clock);
  const db = await openEmbeddedDatabase();
  const { vault } = await openVault(data, systemPorts);
  try {
    await projectAll(ledger, db, Number(await ledger.height()), vault);
    const heads = await attestedHeads(db, hostEnterprise(REGULATOR));
    return judgeChain(await readChainFile(join(data, READS_FILE)), heads);
  } finally {
    await db.destroy();
    await ledger.close();
  }
};
