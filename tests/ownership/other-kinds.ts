/** Kinds of key about what happens to goods, and about who may say so. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { ALWAYS } from '../support/actor.js';
import { FIRMS, MAKER_GLN } from '../support/cast.js';
import { adopted } from '../support/behaviours.js';
import { dispensePayload, pharmacyStock } from '../support/codes.js';
import { openedDispute, resolution } from '../support/disputes.js';
import { documentGrant, published } from '../support/documents.js';
import { digest, freshId } from '../support/payloads.js';
import type { Stage } from '../support/stage.js';
import { disposal, excursion } from '../support/telemetry.js';
import { fillDrum, groundOf, openDrum } from '../support/waste.js';
import { CHAINCODE_ALONE, OWNED_BY_M, OWNED_BY_M_NAMES_L, type Deed, type Kind } from './kind.js';

const { Code, Dispute, Document, Enterprise, Telemetry, Waste } = ACTS;

const armedGroup = async (stage: Stage): Promise<string> => {
  const { stream } = await groundOf(stage);
  const group = freshId();
  const threshold = '182000';
  const payload = { group, operator: 'maker', site: MAKER_GLN, streams: [stream], threshold };
  await stage.must('makerWaste', Waste.armGroup, payload);
  return group;
};

/** Two groups want one fill: once the other has counted it, nobody else does. */
const counting = async (stage: Stage): Promise<Deed> => {
  const drum = await openDrum(stage);
  const fills = [{ drum, fill: await fillDrum(stage, drum) }];
  const [group, other] = [await armedGroup(stage), await armedGroup(stage)];
  const touch = (): Promise<unknown> => stage.follow('RegulatorMSP', Waste.trigger, { group: other, fills });
  return { by: 'LogisticsMSP', act: Waste.trigger, payload: { group, fills }, touch, oneABlock: true };
};

/** What happens to goods, and rights. */
export const OTHER_KINDS: readonly Kind[] = [
  {
    title: 'exc~ and ship~ of M, on its way under L, by M',
    suffices: OWNED_BY_M_NAMES_L,
    prepare: async (stage: Stage): Promise<Deed> => ({
      by: 'makerQuality',
      act: Telemetry.dispose,
      payload: disposal(await excursion(stage)),
    }),
  },
  { title: 'fill~ of M, counted by the gateway of L', suffices: OWNED_BY_M, prepare: counting },
  {
    title: 'disp~ of a maker under M and a carrier under L, by R',
    suffices: OWNED_BY_M_NAMES_L,
    short: true,
    prepare: async (stage: Stage): Promise<Deed> => {
      await adopted(stage);
      const payload = resolution(await openedDispute(stage));
      return { by: 'drugInspector', act: Dispute.resolve, payload, sending: { roles: ['first'] } };
    },
  },
  {
    title: 'unit~ of a pharmacy under L, by L',
    suffices: CHAINCODE_ALONE,
    prepare: async (stage: Stage): Promise<Deed> => {
      const made = await pharmacyStock(stage, 1);
      await stage.must('pharmacist', Code.dispense, dispensePayload(made, 0));
      const payload = { unit: made.codes[0], site: FIRMS.pharmacy.gln, reason: digest('reason') };
      const cosigners = [stage.actor('pharmacyReceiving')];
      return { by: 'pharmacist', act: Code.reverse, payload, sending: { cosigners } };
    },
  },
  {
    title: 'grant~ on a document of M, by M',
    suffices: CHAINCODE_ALONE,
    prepare: async (stage: Stage): Promise<Deed> => {
      const document = await published(stage);
      await stage.must('makerQuality', Document.grant, documentGrant(document));
      const { enterprise } = documentGrant(document);
      return { by: 'makerQuality', act: Document.withdraw, payload: { document, enterprise } };
    },
  },
  {
    title: 'key~ of a person of M, by M',
    suffices: CHAINCODE_ALONE,
    prepare: (stage: Stage): Promise<Deed> => {
      const { enterprise, kid } = stage.actor('makerReviewer');
      const appointments = [{ function: 'reviewer', ...ALWAYS }];
      const payload = { enterprise, kid, appointments };
      return Promise.resolve({ by: 'makerAdministrator', act: Enterprise.appoint, payload });
    },
  },
];
