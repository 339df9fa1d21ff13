import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { ALWAYS, newActor, proposal, type Actor } from '../support/actor.js';
import {
  CastOnStage,
  NAMES,
  approval,
  batchPayload,
  freshFirm,
  freshGln,
  licence,
  registration,
  site,
  type Name,
} from '../support/cast.js';
import { TestNetwork, codeOf } from '../support/test-network.js';

const { Enterprise, Batch } = ACTS;

interface Right {
  readonly payload: Record<string, unknown>;
  readonly second?: Actor;
  readonly seenHash?: string | null;
}

/** Act → who may, written by hand, and a payload that is right in every respect. Everybody else is refused. */
const MAY: readonly (readonly [
  string,
  Act,
  readonly Name[],
  (stage: CastOnStage) => Right | Promise<Right>,
])[] = [
  [
    'Enterprise.register',
    Enterprise.register,
    ['regulatorRoot'],
    () => {
      const root = newActor(freshFirm());
      return { payload: registration(root.enterprise, root), second: root };
    },
  ],
  ['Enterprise.addLicence', Enterprise.addLicence, ['regulatorRoot'], () => ({ payload: licence() })],
  [
    'Enterprise.addSite',
    Enterprise.addSite,
    ['makerRoot', 'makerAdministrator'],
    () => ({ payload: site('maker', freshGln()) }),
  ],
  [
    'Enterprise.approveSupplier',
    Enterprise.approveSupplier,
    ['makerQuality'],
    () => ({ payload: approval() }),
  ],
  [
    'Enterprise.admitKey',
    Enterprise.admitKey,
    ['makerRoot', 'makerAdministrator'],
    () => {
      const fresh = newActor('maker');
      return { payload: { enterprise: 'maker', key: proposal(fresh, ['driver']) }, second: fresh };
    },
  ],
  [
    'Enterprise.revokeKey',
    Enterprise.revokeKey,
    ['makerRoot', 'makerAdministrator'],
    async (stage) => withKeyOfDriver(stage, { compromisedSince: null }),
  ],
  [
    'Enterprise.appoint',
    Enterprise.appoint,
    ['makerRoot', 'makerAdministrator'],
    async (stage) => withKeyOfDriver(stage, { appointments: [{ function: 'escort', ...ALWAYS }] }),
  ],
  ['Batch.register', Batch.register, ['makerProduction'], () => ({ payload: batchPayload() })],
];

const withKeyOfDriver = async (stage: CastOnStage, payload: Record<string, unknown>): Promise<Right> => {
  const { kid } = await stage.network.admit(stage.actor('makerRoot'), ['driver'], 'ManufacturerMSP');
  return {
    payload: { enterprise: 'maker', kid, ...payload },
    seenHash: await stage.network.hashOf(`key~${kid}`),
  };
};

const REFUSALS = ['PARTY_ROLE_MISSING', 'FUNCTION_MISSING', 'ENTERPRISE_FOREIGN'];

describe('who may', () => {
  let stage: CastOnStage;
  beforeAll(async () => {
    stage = await CastOnStage.enter();
  });
  afterAll(() => stage.network.close());

  const cells = MAY.flatMap(([title, act, may, right]) =>
    NAMES.map((name) => ({ title, name, verdict: may.includes(name) ? 'VALID' : 'refused', act, right })),
  );

  test.each(cells)('$title by $name: $verdict', async ({ act, name, verdict, right }) => {
    const { payload, ...rest } = await right(stage);
    const code = await stage.send(name, act, payload, rest);
    expect(REFUSALS.includes(code) ? 'refused' : code).toBe(verdict);
  });

  test('the table names every act but the opening', () => {
    const all = Object.values(ACTS).flatMap((acts) => Object.values<Act>(acts));
    const titles = all
      .map((act) => `${act.contract}.${act.name}`)
      .filter((title) => title !== 'Network.open');
    expect(MAY.map(([title]) => title).sort()).toEqual(titles.sort());
  });

  test('the network is opened once', async () => {
    expect(await codeOf(stage.network.submit(stage.network.opening(), 'RegulatorMSP'))).toBe(
      'NETWORK_ALREADY_OPEN',
    );
  });

  test('the network is opened by the Regulator alone, and nothing runs before', async () => {
    const fresh = await TestNetwork.start();
    try {
      expect(await codeOf(fresh.submit(fresh.opening(), 'CdmoMSP'))).toBe('NETWORK_OPENER_FOREIGN');
      const payload = site('nmpa', freshGln());
      const early = fresh.envelope({ act: Enterprise.addSite, actors: [fresh.regulator], payload });
      expect(await codeOf(fresh.submit(early, 'RegulatorMSP'))).toBe('LEDGER_NOT_OPEN');
    } finally {
      await fresh.close();
    }
  });
});
