/** What stands around a payload: ids, parties, signatures, times. */
import { expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Command, CommandSignature, Envelope } from '@yaosu/chaincode/model/kernel/command';
import { commandPath } from '@yaosu/gateway/api/client';
import { newActor, type Actor } from '../support/actor.js';
import type { Name } from '../support/cast.js';
import { batchPayload, digest } from '../support/payloads.js';
import { expectNothingChanged, expectRefused, verdictOf } from './expect-refused.js';
import type { Base, Workbench } from './workbench.js';

const { register, hold } = ACTS.Batch;
const HOUR_MS = 3_600_000;
const OTHER = 'f'.repeat(64);

type Change = (command: Command) => Omit<Command, 'cmd'>;
const changed =
  (change: Partial<Command>): Change =>
  (command) => ({ ...command, ...change });

const baseOf = (bench: Workbench, name: Name = 'makerProduction'): Base => ({
  act: register,
  actors: [bench.stage.actor(name)],
  roles: ['issuer'],
  payload: batchPayload(),
  seenHash: null,
});

const later = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** Commands with their right id and signatures, of which something else is wrong → the code. */
const CHANGES: readonly (readonly [string, Change, string])[] = [
  ['for another ledger', changed({ ledgerId: 'f'.repeat(32) }), 'LEDGER_FOREIGN'],
  ['with another contract', changed({ contract: 'Stock' }), 'COMMAND_MISDIRECTED'],
  ['with another act', changed({ act: 'hold' }), 'COMMAND_MISDIRECTED'],
  ['with another meaning', changed({ meaning: 'review' }), 'COMMAND_MISDIRECTED'],
  [
    'about another record',
    (command) => ({ ...command, subject: { ...command.subject, key: `batch~${OTHER}` } }),
    'COMMAND_MISDIRECTED',
  ],
  [
    'that saw a record before it was made',
    (command) => ({ ...command, subject: { ...command.subject, seenHash: OTHER } }),
    'SUBJECT_STALE',
  ],
  ['of another version', changed({ v: 2 as never }), 'INPUT_INVALID'],
  ['with a short nonce', changed({ nonce: 'ab' }), 'INPUT_INVALID'],
  ['from the future', changed({ capturedAt: later(HOUR_MS) }), 'CAPTURED_AT_IMPLAUSIBLE'],
  ['an hour old', changed({ capturedAt: later(-HOUR_MS) }), 'CAPTURED_AT_IMPLAUSIBLE'],
  ['out of date', changed({ notAfter: later(-1000) }), 'COMMAND_EXPIRED'],
  ['without parties', changed({ parties: [] }), 'INPUT_INVALID'],
  [
    'with five parties',
    (command) => ({ ...command, parties: Array.from({ length: 5 }, () => command.parties[0]!) }),
    'INPUT_INVALID',
  ],
  [
    'with the same party twice',
    (command) => ({ ...command, parties: [...command.parties, ...command.parties] }),
    'PARTIES_WRONG',
  ],
  [
    'with a party of no such part',
    (command) => ({ ...command, parties: [{ ...command.parties[0]!, role: 'guest' }] }),
    'PARTIES_WRONG',
  ],
  [
    'with too many attachments',
    changed({ attachments: Array.from({ length: 17 }, () => ({ name: 'a', digest: OTHER })) }),
    'INPUT_INVALID',
  ],
  [
    'with an attachment of a bad name',
    changed({ attachments: [{ name: 'a\u0000', digest: OTHER }] }),
    'INPUT_INVALID',
  ],
  ['with more than a command has', (command) => ({ ...command, more: 1 }) as Command, 'INPUT_INVALID'],
];

const WEBAUTHN: CommandSignature = {
  alg: 'ES256',
  form: 'webauthn',
  signature: 'A'.repeat(96),
  authenticatorData: 'A'.repeat(48),
  clientDataJSON: 'e30',
};

/** Right commands under wrong signatures → the code. */
const SIGNATURES: readonly (readonly [string, (right: Envelope) => unknown, string])[] = [
  ['without a signature', () => [], 'INPUT_INVALID'],
  ['with two signatures for one party', ({ signatures }) => [...signatures, ...signatures], 'PARTIES_WRONG'],
  [
    'with zeros for a signature',
    ({ signatures }) => [{ ...signatures[0], signature: 'A'.repeat(86) }],
    'SIGNATURE_INVALID',
  ],
  [
    'with half a signature',
    ({ signatures }) => [{ ...signatures[0], signature: 'A'.repeat(43) }],
    'INPUT_INVALID',
  ],
  ['with another algorithm', ({ signatures }) => [{ ...signatures[0], alg: 'RS256' }], 'INPUT_INVALID'],
  ['with no algorithm', ({ signatures }) => [{ ...signatures[0], alg: 'none' }], 'INPUT_INVALID'],
  ['with a passkey that it has not', () => [WEBAUTHN], 'SIGNATURE_INVALID'],
  ['with more than a signature has', ({ signatures }) => [{ ...signatures[0], more: 1 }], 'INPUT_INVALID'],
];

/** People who may not → the code. */
const STRANGERS: readonly (readonly [Name, string])[] = [
  ['rivalAll', 'ENTERPRISE_FOREIGN'],
  ['pharmacyProduction', 'PARTY_ROLE_MISSING'],
  ['makerQp', 'FUNCTION_MISSING'],
  ['makerRoot', 'FUNCTION_MISSING'],
];

const text = (envelope: unknown): string => JSON.stringify({ envelope });

/** Refuses without any effect, with this code. */
const expectCode = async (
  bench: Workbench,
  [title, code]: readonly [title: string, code: string],
  body: string,
  by: Actor,
): Promise<void> =>
  expectNothingChanged(bench, async () => {
    const reply = await bench.send({ act: register, actors: [by] }, body);
    expect([title, expectRefused(title, reply)]).toEqual([title, code]);
  });

const describeIds = (bench: () => Workbench): void => {
  test('whose id is of another content', async () => {
    const base = baseOf(bench());
    const { command, signatures } = bench().envelope(base);
    const body = text({ command: { ...command, payload: { ...command.payload, unit: 'LTR' } }, signatures });
    await expectCode(bench(), ['id', 'COMMAND_ID_WRONG'], body, base.actors[0]!);
  });

  test('that was taken before: the same is answered alike, another body under its id is refused', async () => {
    const base = baseOf(bench());
    const envelope = bench().envelope(base);
    const first = await bench().send(base, text(envelope));
    expect(verdictOf(first)).toBe('201');
    const { command, signatures } = envelope;
    const other = { ...command, payload: { ...command.payload, unit: 'LTR' } };
    await expectCode(
      bench(),
      ['replay', 'COMMAND_ID_WRONG'],
      text({ command: other, signatures }),
      base.actors[0]!,
    );
    const height = await bench().stage.network.ledger.height();
    expect(await bench().send(base, text(envelope))).toEqual(first);
    expect(await bench().stage.network.ledger.height()).toBe(height);
    // The same wish under a new id: its batch is there.
    await expectCode(bench(), ['again', 'BATCH_EXISTS'], text(bench().envelope(base)), base.actors[0]!);
  });

  test('at the route of another act', async () => {
    const base = baseOf(bench());
    await expectNothingChanged(bench(), async () => {
      const headers = { 'content-type': 'application/json' };
      const body = text(bench().envelope(base));
      const reply = await bench().post(commandPath(hold), body, headers, base.actors[0]);
      expect(expectRefused('misdirected', reply)).toBe('COMMAND_MISDIRECTED');
      const nowhere = await bench().post('/api/commands/Batch/toString', body, headers, base.actors[0]);
      expect(expectRefused('nowhere', nowhere)).toBe('ACT_UNKNOWN');
    });
  });
};

const describeSigners = (bench: () => Workbench): void => {
  test.each(SIGNATURES)('%s', async (title, signaturesOf, code) => {
    const base = baseOf(bench());
    const right = bench().envelope(base);
    const body = text({ command: right.command, signatures: signaturesOf(right) });
    await expectCode(bench(), [title, code], body, base.actors[0]!);
  });

  test('under signatures of another command, of another key, and of a key that nobody has admitted', async () => {
    const base = baseOf(bench());
    const { command } = bench().envelope(base);
    const { signatures: ofOther } = bench().envelope(baseOf(bench()));
    const { signatures: byOther } = bench().envelope(baseOf(bench(), 'rivalAll'));
    for (const signatures of [ofOther, byOther])
      await expectCode(
        bench(),
        ['foreign', 'SIGNATURE_INVALID'],
        text({ command, signatures }),
        base.actors[0]!,
      );
    const stranger = { ...base, actors: [newActor('maker')] };
    await expectCode(
      bench(),
      ['unknown', 'PARTY_FOREIGN'],
      text(bench().envelope(stranger)),
      base.actors[0]!,
    );
  });

  test.each(STRANGERS)('of %s, who may not', async (name, code) => {
    const base = baseOf(bench(), name);
    await expectCode(bench(), [name, code], text(bench().envelope(base)), base.actors[0]!);
  });

  test('handed in by somebody else', async () => {
    const base = baseOf(bench());
    const rival = bench().stage.actor('rivalAll');
    await expectCode(bench(), ['foreign', 'PARTY_FOREIGN'], text(bench().envelope(base)), rival);
  });
};

/** Tests of envelopes. */
export const describeEnvelopes = (bench: () => Workbench): void => {
  test.each(CHANGES)('%s', async (title, change, code) => {
    const base = baseOf(bench());
    await expectCode(bench(), [title, code], text(bench().envelope(base, { change })), base.actors[0]!);
  });
  describeIds(bench);
  describeSigners(bench);

  test('with more than an envelope has, or a payload of a prototype', async () => {
    const base = baseOf(bench());
    const right = bench().envelope(base);
    const by = base.actors[0]!;
    await expectCode(bench(), ['more', 'INPUT_INVALID'], text({ ...right, more: digest('x') }), by);
    const proto = text(right).replace('"payload":{', '"payload":{"__proto__":{"unit":"LTR"},');
    await expectCode(bench(), ['prototype', 'BODY_INVALID'], proto, by);
  });
};
