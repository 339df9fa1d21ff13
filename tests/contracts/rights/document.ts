import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest } from '../../support/payloads.js';
import { documentDigests, documentGrant, publishPayload, published } from '../../support/documents.js';
import type { Right } from '../../support/right.js';
import type { Name } from '../../support/cast.js';

const { publish, supersede, revoke, grant, withdraw } = ACTS.Document;
const OWNERS: readonly Name[] = ['makerAdministrator', 'makerProduction', 'makerQuality', 'makerQp'];
/** Anybody's people of these functions may publish a document about no batch. */
const PUBLISHERS: readonly Name[] = [
  ...OWNERS,
  'rivalAll',
  'supplierProduction',
  'supplierQp',
  'cdmoProduction',
  'cdmoQp',
  'wholesalerQuality',
  'pharmacyProduction',
];

export const documentRights: readonly Right[] = [
  { act: publish, may: PUBLISHERS, command: () => ({ payload: publishPayload() }) },
  {
    act: supersede,
    may: OWNERS,
    command: async (stage) => ({
      payload: { document: await published(stage), replacement: documentDigests() },
    }),
  },
  {
    act: revoke,
    may: OWNERS,
    command: async (stage) => ({
      payload: { document: await published(stage), reason: digest('reason') },
    }),
  },
  {
    act: grant,
    may: OWNERS,
    command: async (stage) => ({ payload: documentGrant(await published(stage)) }),
  },
  {
    act: withdraw,
    may: OWNERS,
    command: async (stage) => {
      const document = await published(stage);
      await stage.must('makerQuality', grant, documentGrant(document));
      return { payload: { document, enterprise: 'cdmo' } };
    },
  },
];
