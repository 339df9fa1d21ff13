import { channelRoots } from '@yaosu/network/proof/channel-roots';
import { MSP_IDS, type MspId } from '@yaosu/chaincode/model/organisations';
import { ApiError } from '../api/api-error.js';
import type { Trust } from '../api/checkpoint-schemas.js';
import type { ReadHandler } from '../http/read-handler.js';
import { genesisOf, hostKeyOf } from '../projection/directory.js';
import type { Services } from '../services.js';

const QUORUM = 2;

const organisationsOf = async (services: Services): Promise<Trust['organisations']> => {
  const roots = channelRoots(await services.access.ledger.blockBytes(0n));
  const organisations = await Promise.all(
    roots.map(async ({ mspId, rootCertificates: [rootCertificate] }) => {
      const hostKey = await hostKeyOf(services.db, mspId);
      const isOurs = (MSP_IDS as readonly string[]).includes(mspId);
      return isOurs && rootCertificate !== undefined && hostKey !== undefined
        ? [{ mspId: mspId as MspId, rootCertificate, hostKey }]
        : [];
    }),
  );
  return organisations.flat();
};

/** `GET /api/trust`: a verifier compares it with what the organisations themselves say, once. */
export const readTrust: ReadHandler<'trust'> = async ({ services }) => {
  const genesis = await genesisOf(services.db);
  if (genesis === undefined) throw new ApiError('NOT_READY');
  const { anchors, blockLog } = services;
  return {
    trust: {
      v: 1,
      ledgerId: genesis.ledgerId,
      firstBlock: blockLog.headerHash(0),
      organisations: await organisationsOf(services),
      quorum: QUORUM,
      anchors: [...anchors.contracts],
    },
  };
};
