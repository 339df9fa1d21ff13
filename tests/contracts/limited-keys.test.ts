/** A key that is good for one record: who may have one, and that it signs nothing else, whatever act is tried. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS, ALL_ACTS } from '@yaosu/chaincode/model/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import { LIMITED_TYPES, type KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import {
  assertKeyForThis,
  assertLimitFit,
  limitedFunctions,
} from '@yaosu/chaincode/rules/enterprise/limited-keys';
import { newActor, proposal, type Actor } from '../support/actor.js';
import { freshFirm, freshId, registration } from '../support/payloads.js';
import { count, opened, response } from '../support/recall.js';
import { Stage } from '../support/stage.js';
import { codeOf } from '../support/test-network.js';

const { Enterprise, Recall } = ACTS;
const DAY_MS = 86_400_000;
const ID = 'ab'.repeat(32);
const RECORDS = LIMITED_TYPES.map((type) => `${type}~${ID}`);

/** Act → part in which a key for such a record signs it, by hand. */
const SIGNED: Readonly<Record<string, readonly string[]>> = {
  [`rec~${ID}`]: ['Recall.respond responder'],
  [`ship~${ID}`]: ['Shipment.handOver taker', 'Shipment.receive taker', 'Shipment.refuse taker'],
};

const signs = (onlyFor: string, act: Act, role: string, subject: string): boolean => {
  try {
    assertKeyForThis({ kid: ID, onlyFor }, { act, role, subject });
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'KEY_NOT_FOR_THIS' });
    return false;
  }
};

describe('what a limited key signs', () => {
  const cells = ALL_ACTS.flatMap((act) => Object.keys(act.parties).map((role) => ({ act, role })));

  test.each(RECORDS)('of all acts, a key for %s signs these in this part', (record) => {
    const signed = cells.filter(({ act, role }) => signs(record, act, role, record));
    expect(signed.map(({ act, role }) => `${act.contract}.${act.name} ${role}`)).toEqual(SIGNED[record]);
  });

  test.each(RECORDS)('a key for %s signs nothing about another record, nor one of another type', (record) => {
    for (const subject of [
      record.replace('ab', 'ac'),
      ...RECORDS.filter((each) => each !== record),
      `key~${ID}`,
    ])
      expect(cells.filter(({ act, role }) => signs(record, act, role, subject))).toEqual([]);
  });

  test('a key without a limit is none of this rule’s business', () => {
    const [act] = ALL_ACTS;
    expect(() => {
      assertKeyForThis({ kid: ID, onlyFor: null }, { act: act as Act, role: 'any', subject: 'any' });
    }).not.toThrow();
  });

  test('a link carries a device’s key: none of an authenticator’s is limited', () => {
    const period = { notBefore: '2026-01-01T00:00:00.000Z', notAfter: '2026-01-15T00:00:00.000Z' };
    const appointments = [{ function: 'pharmacist' as const, ...period }];
    const key = { ...proposal(newActor('maker'), []), ...period, appointments, onlyFor: `rec~${ID}` };
    const fit = (change: Partial<ProposedKey>) => () => {
      assertLimitFit({ ...key, ...change }, period.notBefore);
    };
    expect(fit({})).not.toThrow();
    expect(fit({ kind: 'passkey-unattested' })).toThrow('KEY_LIMIT_WRONG');
    expect(fit({ notAfter: '2026-01-15T00:00:00.001Z' })).toThrow('KEY_LIMIT_WRONG');
  });

  test('functions are those of who answers; nobody answers other records', () => {
    expect([...limitedFunctions(`rec~${ID}`)].sort()).toEqual(
      ['dispatcher', 'pharmacist', 'qualifiedPerson', 'qualityManager', 'warehouseKeeper'].sort(),
    );
    expect(limitedFunctions(`batch~${ID}`)).toEqual([]);
  });
});

describe('limited keys on the ledger', () => {
  let stage: Stage;
  let recall: string;
  let batch: string;
  let other: string;
  beforeAll(async () => {
    stage = await Stage.enter();
    ({ investigation: recall, batch } = await opened(stage));
    ({ investigation: other } = await opened(stage));
  }, 60_000);
  afterAll(() => stage.network.close());

  const at = (days: number): string => instantOf(Date.now() + days * DAY_MS);
  const invitation = (actor: Actor, changed: Partial<ProposedKey> = {}): ProposedKey => {
    const period = { notBefore: at(-0.01), notAfter: at(13.9) };
    const appointments = [{ function: 'pharmacist' as const, ...period }];
    return { ...proposal(actor, []), ...period, appointments, onlyFor: `rec~${recall}`, ...changed };
  };
  const admit = (actor: Actor, key: ProposedKey): Promise<string> =>
    stage.send(
      'makerAdministrator',
      Enterprise.admitKey,
      { enterprise: 'maker', key },
      { cosigners: [actor] },
    );
  const invited = async (changed: Partial<ProposedKey> = {}): Promise<Actor> => {
    const actor = newActor('maker');
    expect(await admit(actor, invitation(actor, changed))).toBe('VALID');
    return actor;
  };
  const respond = (actor: Actor, investigation: string): Promise<string> => {
    const payload = response(investigation, [count(batch)]);
    const envelope = stage.network.envelope({ act: Recall.respond, actors: [actor], payload });
    return codeOf(stage.network.submit(envelope, 'ManufacturerMSP'));
  };
  const held = (name: KeyFunction) => [{ function: name, notBefore: at(-0.01), notAfter: at(1) }];

  test.each<[string, () => Partial<ProposedKey>, string]>([
    ['as it should be', () => ({}), 'VALID'],
    ['for a record that is not there', () => ({ onlyFor: `rec~${freshId()}` }), 'KEY_LIMIT_WRONG'],
    ['for a record of another type', () => ({ onlyFor: `batch~${batch}` }), 'INPUT_INVALID'],
    ['for more than 14 days', () => ({ notAfter: at(14.1) }), 'KEY_LIMIT_WRONG'],
    ['that begins long ago', () => ({ notBefore: at(-5) }), 'KEY_LIMIT_WRONG'],
    ['without a function', () => ({ appointments: [] }), 'KEY_LIMIT_WRONG'],
    [
      'with two functions',
      () => ({ appointments: [...held('pharmacist'), ...held('dispatcher')] }),
      'KEY_LIMIT_WRONG',
    ],
    ['with a function that answers nothing', () => ({ appointments: held('analyst') }), 'KEY_LIMIT_WRONG'],
    ['of an administrator', () => ({ appointments: held('administrator') }), 'KEY_ADMISSION_FORBIDDEN'],
    ['of a service', () => ({ kind: 'service', person: null, appointments: [] }), 'KEY_LIMIT_WRONG'],
  ])('an invitation %s: %s', async (_, changed, code) => {
    const actor = newActor('maker');
    expect(await admit(actor, invitation(actor, changed()))).toBe(code);
  });

  test('it answers its recall for its firm, and no other recall', async () => {
    const actor = await invited();
    expect(await respond(actor, other)).toBe('KEY_NOT_FOR_THIS');
    expect(await respond(actor, recall)).toBe('VALID');
    const answer = await stage.network.state.record(`ans~${recall}~maker`);
    expect(answer).toMatchObject({ enterprise: 'maker', respondedBy: { kid: actor.kid } });
  });

  test('it signs no other act, though its function would do', async () => {
    const actor = await invited();
    const payload = { investigation: freshId(), drill: false, source: 'complaint', batch, signal: ID };
    const signal = stage.network.envelope({ act: Recall.signal, actors: [actor], payload });
    expect(await codeOf(stage.network.submit(signal, 'ManufacturerMSP'))).toBe('KEY_NOT_FOR_THIS');
  });

  test('it is revoked like any key, and what it is for is never changed', async () => {
    const actor = await invited();
    const { kid } = actor;
    const appointments = held('qualityManager');
    const widen = { enterprise: 'maker', kid, appointments };
    expect(await stage.send('makerRoot', Enterprise.appoint, widen)).toBe('KEY_LIMIT_WRONG');
    const revoke = { enterprise: 'maker', kid, compromisedSince: null };
    expect(await stage.send('makerAdministrator', Enterprise.revokeKey, revoke)).toBe('VALID');
  });

  test('no enterprise begins with one', async () => {
    const root = newActor(freshFirm());
    const key = { ...proposal(root, ['root']), onlyFor: `rec~${recall}` };
    const payload = registration(root.enterprise, root, { key });
    expect(await stage.send('regulatorRoot', Enterprise.register, payload, { cosigners: [root] })).toBe(
      'KEY_LIMIT_WRONG',
    );
  });
});
