import { ACTS } from '@yaosu/chaincode/model/acts';
import { ALWAYS, newActor, proposal } from '../../support/actor.js';
import {
  approval,
  freshFirm,
  freshGln,
  freshPrefix,
  licence,
  registration,
  site,
} from '../../support/payloads.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';

const { register, addLicence, addSite, assignPrefix, approveSupplier } = ACTS.Enterprise;
const { admitKey, revokeKey, appoint } = ACTS.Enterprise;

const withKeyOfDriver = async (stage: Stage, payload: Record<string, unknown>): Promise<RightCommand> => {
  const { kid } = await stage.network.admit(stage.actor('makerRoot'), ['driver'], 'ManufacturerMSP');
  return { payload: { enterprise: 'maker', kid, ...payload } };
};

export const enterpriseRights: readonly Right[] = [
  {
    act: register,
    may: ['regulatorRoot', 'envRoot'],
    command: () => {
      const root = newActor(freshFirm());
      return { payload: registration(root.enterprise, root), cosigners: [root] };
    },
  },
  { act: addLicence, may: ['regulatorRoot', 'envRoot'], command: () => ({ payload: licence() }) },
  {
    act: addSite,
    may: ['makerRoot', 'makerAdministrator'],
    command: () => ({ payload: site('maker', freshGln()) }),
  },
  {
    act: assignPrefix,
    may: ['regulatorRoot', 'envRoot'],
    command: () => ({ payload: { enterprise: 'maker', companyPrefix: freshPrefix() } }),
  },
  { act: approveSupplier, may: ['makerQuality', 'makerQp'], command: () => ({ payload: approval() }) },
  {
    act: admitKey,
    may: ['makerRoot', 'makerAdministrator'],
    command: () => {
      const fresh = newActor('maker');
      const payload = { enterprise: 'maker', key: proposal(fresh, ['driver']) };
      return { payload, cosigners: [fresh] };
    },
  },
  {
    act: revokeKey,
    may: ['makerRoot', 'makerAdministrator'],
    command: (stage) => withKeyOfDriver(stage, { compromisedSince: null }),
  },
  {
    act: appoint,
    may: ['makerRoot', 'makerAdministrator'],
    command: (stage) => withKeyOfDriver(stage, { appointments: [{ function: 'escort', ...ALWAYS }] }),
  },
];
