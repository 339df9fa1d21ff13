import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS, ALL_ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { NAMES, hostOfName } from '../support/cast.js';
import { freshGln, site } from '../support/payloads.js';
import { sendRight, type Right } from '../support/right.js';
import { Stage } from '../support/stage.js';
import { TestNetwork, codeOf } from '../support/test-network.js';
import { RIGHTS } from './rights/index.js';

const REFUSALS = [
  'PARTY_ROLE_MISSING',
  'FUNCTION_MISSING',
  'ENTERPRISE_FOREIGN',
  'PARTY_NOT_CONCERNED',
  'KEY_KIND_INSUFFICIENT',
  // An authority opens recalls under an order of its own, not this one.
  'RECALL_ORDER_WRONG',
  // An owner of a dispute does not resolve it alone.
  'DISPUTE_OWNER_MISSING',
  'PERSONS_NOT_DISTINCT',
];
const titleOf = ({ act, varies }: Right): string =>
  [act.contract, act.name, ...(varies === undefined ? [] : [varies.role])].join('.');

describe('who may', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  }, 60_000);
  afterAll(() => stage.network.close());

  const allowed = RIGHTS.flatMap((right) =>
    right.may === 'hosts' ? [] : right.may.map((name) => ({ title: titleOf(right), name, right })),
  );
  test.each(allowed)('$title by $name is VALID', async ({ name, right }) => {
    expect(await sendRight(stage, right, name, await right.command(stage, name))).toBe('VALID');
  });

  const consequences = RIGHTS.filter(({ may }) => may === 'hosts').flatMap((right) =>
    MSP_IDS.map((mspId) => ({ title: titleOf(right), mspId, right })),
  );
  for (const { title, mspId, right } of consequences) {
    test(`${title} by the gateway of ${mspId} is VALID`, async () => {
      const { payload } = await right.command(stage, 'regulatorRoot');
      expect(await stage.sendAsHost(mspId, right.act, payload)).toBe('VALID');
    });
  }

  test.each(RIGHTS.map((right) => ({ title: titleOf(right), right })))(
    '$title by anybody else is refused',
    async ({ right }) => {
      const { may, varies } = right;
      // The first signer cannot be the second as well, which signed-commands.test.ts shows.
      const others = NAMES.filter(
        (name) => (may === 'hosts' || !may.includes(name)) && name !== varies?.first,
      );
      const command = await right.command(stage, may === 'hosts' ? 'regulatorRoot' : (may[0] ?? 'makerRoot'));
      const height = await stage.network.ledger.height();
      const codes = await Promise.all(
        others.map(async (name) => {
          const endorsers = [hostOfName(varies?.first ?? name)];
          return [name, await sendRight(stage, right, name, { ...command, endorsers })] as const;
        }),
      );
      expect(codes.filter(([, code]) => !REFUSALS.includes(code))).toEqual([]);
      expect(await stage.network.ledger.height()).toBe(height);
    },
  );

  test('the tables name every act but the opening', () => {
    const nameOf = (act: Act): string => `${act.contract}.${act.name}`;
    const titles = ALL_ACTS.map(nameOf).filter((title) => title !== 'Network.open');
    expect([...new Set(RIGHTS.map(({ act }) => nameOf(act)))].sort()).toEqual(titles.sort());
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
      const early = fresh.envelope({ act: ACTS.Enterprise.addSite, actors: [fresh.regulator], payload });
      expect(await codeOf(fresh.submit(early, 'RegulatorMSP'))).toBe('LEDGER_NOT_OPEN');
    } finally {
      await fresh.close();
    }
  });
});
