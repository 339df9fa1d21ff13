import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { newActor, proposal, type Actor } from '../support/actor.js';
import { MAKER_GLN, SUPPLIER_GLN, type Name } from '../support/cast.js';
import {
  approval,
  freshFirm,
  freshGln,
  freshPrefix,
  licence,
  registration,
  site,
} from '../support/payloads.js';
import { Stage } from '../support/stage.js';
import { codeOf } from '../support/test-network.js';

const { addLicence, admitKey, assignPrefix, approveSupplier, register } = ACTS.Enterprise;

describe('enterprises', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  const refusals: readonly (readonly [string, Name, Act, Record<string, unknown>, string])[] = [
    [
      'a licence of nobody',
      'regulatorRoot',
      addLicence,
      licence({ enterprise: 'nobody' }),
      'ENTERPRISE_NOT_FOUND',
    ],
    [
      'a licence that ends early',
      'regulatorRoot',
      addLicence,
      licence({ notAfter: '2025-12-31' }),
      'LICENCE_PERIOD_WRONG',
    ],
    [
      'a licence for the site of another',
      'regulatorRoot',
      addLicence,
      licence({ sites: [SUPPLIER_GLN] }),
      'SITE_NOT_FOUND',
    ],
    [
      'a supplier that is none',
      'makerQuality',
      approveSupplier,
      approval({ supplier: 'rival' }),
      'SUPPLIER_NOT_FOUND',
    ],
    [
      'a site that its supplier has not',
      'makerQuality',
      approveSupplier,
      approval({ site: MAKER_GLN }),
      'SITE_NOT_FOUND',
    ],
  ];
  test('a prefix is assigned once only, and none lies within another, whichever comes first', async () => {
    const [taken, free] = [freshPrefix(), freshPrefix()];
    const send = (companyPrefix: string, enterprise = 'rival') =>
      stage.send('regulatorRoot', assignPrefix, { enterprise, companyPrefix });
    await stage.must('regulatorRoot', assignPrefix, { enterprise: 'maker', companyPrefix: taken });
    const answers: readonly (readonly [string, 'maker' | 'rival', string])[] = [
      [taken, 'rival', 'PREFIX_TAKEN'],
      [`${taken}7`, 'rival', 'PREFIX_TAKEN'],
      [`${taken}71`, 'maker', 'PREFIX_TAKEN'],
      [taken.slice(0, -1), 'rival', 'PREFIX_TAKEN'],
      [taken.slice(0, 4), 'rival', 'PREFIX_TAKEN'],
      [taken.slice(0, -1), 'maker', 'PREFIX_TAKEN'],
      [`${free}123`, 'rival', 'VALID'],
      [`${free}124`, 'maker', 'VALID'],
      [free, 'rival', 'PREFIX_TAKEN'],
      [`${free}12`, 'maker', 'PREFIX_TAKEN'],
      [`${free}13`, 'maker', 'VALID'],
    ];
    for (const [companyPrefix, enterprise, code] of answers)
      expect([companyPrefix, await send(companyPrefix, enterprise)]).toEqual([companyPrefix, code]);
    expect(await send(freshPrefix(), 'nobody')).toBe('ENTERPRISE_NOT_FOUND');
  });

  test.each(refusals)('%s is refused', async (_, name, act, payload, code) => {
    expect(await stage.send(name, act, payload)).toBe(code);
  });

  const early = '2019-01-01T00:00:00.000Z';
  const admissions: readonly (readonly [string, Name, (fresh: Actor) => object, string])[] = [
    [
      'an administrator by an administrator',
      'makerAdministrator',
      (fresh) => proposal(fresh, ['administrator']),
      'KEY_ADMISSION_FORBIDDEN',
    ],
    ['an administrator by the root', 'makerRoot', (fresh) => proposal(fresh, ['administrator']), 'VALID'],
    ['a second root', 'makerRoot', (fresh) => proposal(fresh, ['root']), 'KEY_ADMISSION_FORBIDDEN'],
    [
      'a machine with a function',
      'makerRoot',
      (fresh) => ({ ...proposal(fresh, ['driver'], 'service'), person: null }),
      'KEY_ADMISSION_FORBIDDEN',
    ],
    [
      'a machine that is a person',
      'makerRoot',
      (fresh) => proposal(fresh, [], 'logger'),
      'KEY_ADMISSION_FORBIDDEN',
    ],
    ['a logger', 'makerRoot', (fresh) => ({ ...proposal(fresh, [], 'logger'), person: null }), 'VALID'],
    [
      'a host',
      'makerRoot',
      (fresh) => ({ ...proposal(fresh, [], 'host'), person: null }),
      'KEY_ADMISSION_FORBIDDEN',
    ],
    [
      'a key that ends before it begins',
      'makerRoot',
      (fresh) => ({ ...proposal(fresh, ['driver']), notAfter: early }),
      'KEY_PERIOD_WRONG',
    ],
    [
      'a key under another id',
      'makerRoot',
      (fresh) => ({ ...proposal(fresh, ['driver']), publicKey: newActor('maker').publicKey }),
      'KEY_ID_WRONG',
    ],
  ];
  test.each(admissions)('admit %s (%s): %s', async (_, name, keyOf, code) => {
    const second = newActor('maker');
    const payload = { enterprise: 'maker', key: keyOf(second) };
    expect(await stage.send(name, admitKey, payload, { cosigners: [second] })).toBe(code);
  });

  const drugAuthority = { subject: 'drug', area: '32' };
  const registrations: readonly (readonly [string, Record<string, unknown>, string])[] = [
    [
      'an authority outside the Regulator',
      { roles: ['authority'], authority: drugAuthority },
      'ENTERPRISE_HOST_UNFIT',
    ],
    ['a firm inside the Regulator', { hostMsp: 'RegulatorMSP' }, 'ENTERPRISE_HOST_UNFIT'],
    [
      'an authority without subject',
      { roles: ['authority'], hostMsp: 'RegulatorMSP' },
      'ENTERPRISE_HOST_UNFIT',
    ],
    [
      'an authority that also trades',
      { roles: ['authority', 'carrier'], hostMsp: 'RegulatorMSP', authority: drugAuthority },
      'ENTERPRISE_HOST_UNFIT',
    ],
    [
      'an authority of its province',
      { roles: ['authority'], hostMsp: 'RegulatorMSP', authority: drugAuthority },
      'VALID',
    ],
  ];
  test.each(registrations)('register %s: %s', async (_, change, code) => {
    const second = newActor(freshFirm());
    const payload = registration(second.enterprise, second, change);
    expect(await stage.send('regulatorRoot', register, payload, { cosigners: [second] })).toBe(code);
  });

  test('one that exists is not registered again', async () => {
    const second = newActor('rival');
    expect(
      await stage.send('regulatorRoot', register, registration('rival', second), { cosigners: [second] }),
    ).toBe('ENTERPRISE_EXISTS');
  });

  test('a licence and a key are recorded once', async () => {
    const payload = licence();
    expect(await stage.send('regulatorRoot', addLicence, payload)).toBe('VALID');
    expect(await stage.send('regulatorRoot', addLicence, payload)).toBe('LICENCE_EXISTS');
    const second = newActor('maker');
    const admission = { enterprise: 'maker', key: proposal(second, ['driver']) };
    expect(await stage.send('makerRoot', admitKey, admission, { cosigners: [second] })).toBe('VALID');
    expect(await stage.send('makerRoot', admitKey, admission, { cosigners: [second] })).toBe('KEY_EXISTS');
  });

  test('only an own key is revoked, and one outside its time signs nothing', async () => {
    const unknown = { enterprise: 'maker', kid: 'ab'.repeat(32), compromisedSince: null };
    expect(await stage.send('makerRoot', ACTS.Enterprise.revokeKey, unknown)).toBe('KEY_NOT_FOUND');
    const foreign = { ...unknown, kid: stage.actor('rivalAll').kid };
    expect(await stage.send('makerRoot', ACTS.Enterprise.revokeKey, foreign)).toBe('KEY_NOT_FOUND');
    const late = newActor('maker');
    const period = { notBefore: '2045-01-01T00:00:00.000Z', notAfter: '2046-01-01T00:00:00.000Z' };
    const key = { ...proposal(late, ['administrator']), ...period };
    await stage.must('makerRoot', admitKey, { enterprise: 'maker', key }, { cosigners: [late] });
    const { network } = stage;
    const payload = site('maker', freshGln());
    const envelope = network.envelope({ act: ACTS.Enterprise.addSite, actors: [late], payload });
    expect(await codeOf(network.submit(envelope, 'ManufacturerMSP'))).toBe('KEY_NOT_VALID');
  });
});
