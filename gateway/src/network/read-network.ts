import type { ReadAnswer } from '../api/reads.js';
import { recordsUnder } from '../enterprise/queries.js';
import type { ReadHandler } from '../http/read-handler.js';
import { genesisOf } from '../projection/directory.js';

/** `GET /api/network` */
export const readNetwork: ReadHandler<'network'> = async ({ services: { db, access } }) => {
  const genesis = await genesisOf(db);
  const escrows = await recordsUnder(db, 'set', 'set~escrow-');
  return {
    ledgerId: genesis?.ledgerId ?? null,
    height: Number(await access.ledger.height()),
    assurance: 'single operator',
    demo: genesis?.demo ?? false,
    escrows: escrows.map(({ value: { subject, keyId, publicKey } }) => ({
      subject,
      keyId,
      publicKey,
    })) as ReadAnswer<'network'>['escrows'],
  };
};
