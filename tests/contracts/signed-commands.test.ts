import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Command, Envelope } from '@yaosu/chaincode/model/kernel/command';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { withCommandId } from '@yaosu/chaincode/signing/command-bytes';
import { argumentOf, newActor, signed, type Actor } from '../support/actor.js';
import { TestNetwork, codeOf } from '../support/test-network.js';

const addSite = enterpriseActs.addSite as Act;
const SITE = { name: '一厂', address: '南京市江宁区 1 号', area: '320115' };
const GLNS = [
  '6901234000009',
  '6901234000016',
  '6901234000023',
  '6901234000030',
  '6901234000047',
  '6901234000054',
];

describe('a signed command', () => {
  let network: TestNetwork;
  let root: Actor;
  let rival: Actor;
  let worker: Actor;
  let sent: Envelope;

  const site = (gln = '6901234000009', enterprise = 'maker'): Record<string, unknown> => ({
    ...SITE,
    enterprise,
    gln,
  });
  const make = (
    change: {
      actors?: readonly Actor[];
      payload?: Record<string, unknown>;
      capturedAt?: string;
      ledgerId?: string;
      command?: (command: Command) => Omit<Command, 'cmd'>;
    } = {},
  ): Envelope =>
    network.envelope({
      act: addSite,
      actors: change.actors ?? [root],
      payload: change.payload ?? site(),
      ...(change.capturedAt === undefined ? {} : { capturedAt: change.capturedAt }),
      ...(change.ledgerId === undefined ? {} : { ledgerId: change.ledgerId }),
      ...(change.command === undefined ? {} : { change: change.command }),
    });
  const send = (envelope: Envelope): Promise<string> => codeOf(network.submit(envelope, 'ManufacturerMSP'));

  beforeAll(async () => {
    network = await TestNetwork.open();
    root = await network.register('maker', ['manufacturer', 'mah'], 'ManufacturerMSP');
    rival = await network.register('rival', ['manufacturer'], 'ManufacturerMSP');
    worker = await network.admit(root, ['production'], 'ManufacturerMSP');
    sent = make({ payload: site(GLNS[1]) });
    await network.submit(sent, 'ManufacturerMSP');
  });
  afterAll(() => network.close());

  const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
  const withSignature = (envelope: Envelope, signature: string): Envelope => ({
    ...envelope,
    signatures: [{ alg: 'ES256', form: 'p1363', signature }],
  });

  test.each([
    ['none', 0],
    ['two', 2],
  ])('is the one argument of its function: %s is refused, and nothing is written', async (_, count) => {
    const text = argumentOf(make({ payload: site(GLNS[5]) }));
    const height = await network.ledger.height();
    const args = Array.from({ length: count }, () => text);
    const call = { contract: addSite.contract, fn: addSite.name, args, endorsers: network.endorsers };
    expect(await codeOf(network.ledger.submit(call, network.relays.get('ManufacturerMSP')!))).toBe(
      'INPUT_INVALID',
    );
    expect(await network.ledger.height()).toBe(height);
  });

  const refused: readonly (readonly [string, () => Envelope, string])[] = [
    ['sent again', () => sent, 'ALREADY'],
    [
      'with a signature pasted from another',
      () => ({ ...make(), signatures: sent.signatures }),
      'SIGNATURE_INVALID',
    ],
    [
      'signed by another key than it names',
      () => {
        const { command } = make();
        return { command, signatures: [signed(command, rival)] };
      },
      'SIGNATURE_INVALID',
    ],
    ['with a signature that is no base64url', () => withSignature(make(), 'A'.repeat(85)), 'INPUT_INVALID'],
    [
      'with a signature of zeros',
      () => withSignature(make(), Buffer.alloc(64).toString('base64url')),
      'SIGNATURE_INVALID',
    ],
    [
      'altered after signing, its id made anew',
      () => {
        const { command, signatures } = make();
        return {
          command: withCommandId({
            ...command,
            payload: site(GLNS[2]),
            subject: { ...command.subject, key: `site~maker~${GLNS[2] ?? ''}` },
          }),
          signatures,
        };
      },
      'SIGNATURE_INVALID',
    ],
    [
      'altered after signing, its id kept',
      () => {
        const { command, signatures } = make();
        return { command: { ...command, meaning: 'review' }, signatures };
      },
      'COMMAND_ID_WRONG',
    ],
    [
      'without a signature for its party',
      () => ({ ...make(), signatures: [...make().signatures, ...make().signatures] }),
      'PARTIES_WRONG',
    ],
    ['with a party too many', () => make({ actors: [root, rival] }), 'PARTIES_WRONG'],
    ['with a key that nobody admitted', () => make({ actors: [newActor('maker')] }), 'KEY_UNKNOWN'],
    [
      'with a key of another enterprise',
      () => make({ actors: [{ ...rival, enterprise: 'maker' }] }),
      'KEY_FOREIGN',
    ],
    ['about another enterprise', () => make({ actors: [rival] }), 'ENTERPRISE_FOREIGN'],
    ['by somebody without the function', () => make({ actors: [worker] }), 'FUNCTION_MISSING'],
    ['for another ledger', () => make({ ledgerId: '00'.repeat(16) }), 'LEDGER_FOREIGN'],
    ['captured an hour ago', () => make({ capturedAt: hoursFromNow(-1) }), 'CAPTURED_AT_IMPLAUSIBLE'],
    ['captured in an hour', () => make({ capturedAt: hoursFromNow(1) }), 'CAPTURED_AT_IMPLAUSIBLE'],
    [
      'past its own end',
      () => make({ command: (command) => ({ ...command, notAfter: hoursFromNow(-0.1) }) }),
      'COMMAND_EXPIRED',
    ],
    [
      'with another subject than its payload',
      () =>
        make({ command: (command) => ({ ...command, subject: { key: 'site~maker~1', seenHash: null } }) }),
      'COMMAND_MISDIRECTED',
    ],
    [
      'with a meaning that the act has not',
      () => make({ command: (command) => ({ ...command, meaning: 'review' }) }),
      'COMMAND_MISDIRECTED',
    ],
    [
      'that saw an older record',
      () =>
        make({
          command: (command) => ({ ...command, subject: { ...command.subject, seenHash: '11'.repeat(32) } }),
        }),
      'SUBJECT_STALE',
    ],
    ['about what exists', () => make({ payload: site(GLNS[1]) }), 'SITE_EXISTS'],
    ['with a field too many', () => make({ payload: { ...site(), price: '1' } }), 'INPUT_INVALID'],
    ['with a wrong check digit', () => make({ payload: site('6901234000001') }), 'INPUT_INVALID'],
    ['with a control character', () => make({ payload: { ...site(), name: 'a\u0000b' } }), 'INPUT_INVALID'],
  ];

  test.each(refused)('%s is refused', async (_, envelope, code) => {
    const before = await network.ledger.height();
    expect(await send(envelope())).toBe(code);
    expect(await network.ledger.height()).toBe(before);
  });

  test('that names another act than the function called is refused', async () => {
    const text = argumentOf(make());
    expect(await codeOf(network.send('Enterprise', 'addLicence', text, 'ManufacturerMSP'))).toBe(
      'COMMAND_MISDIRECTED',
    );
  });

  test('through an organisation that hosts none of its parties is refused', async () => {
    expect(await codeOf(network.submit(make(), 'CdmoMSP'))).toBe('HOST_FOREIGN');
  });

  test.each([
    ['blanks', (text: string) => text.replace(':', ': ')],
    ['a duplicate name', (text: string) => text.replace('{"command"', '{"signatures":[],"command"')],
    ['no JSON', () => '{'],
    ['nothing', () => ''],
  ])('spelled with %s is refused', async (_, spell) => {
    const text = spell(argumentOf(make()));
    expect(await codeOf(network.send('Enterprise', 'addSite', text, 'ManufacturerMSP'))).toBe(
      'COMMAND_NOT_CANONICAL',
    );
  });

  test('as an envelope of 1 MB is refused without effect', async () => {
    const text = canonicalJson({ ...make(), filler: 'x'.repeat(1_000_000) });
    expect(await codeOf(network.send('Enterprise', 'addSite', text, 'ManufacturerMSP'))).toBe(
      'INPUT_INVALID',
    );
  });

  test('that is right is VALID, and its record names it', async () => {
    const envelope = make({ payload: site(GLNS[3]) });
    const { txId, block } = await network.submit(envelope, 'ManufacturerMSP');
    const transaction = (await network.ledger.block(block)).transactions.find((each) => each.txId === txId);
    const written = transaction?.writes.map((write) => Buffer.from(write.value ?? []).toString('utf8'));
    expect(written).toContain(canonicalJson({ by: envelope.command.cmd, txId, v: 1 }));
    expect(written).toContain(canonicalJson({ ...site(GLNS[3]), by: envelope.command.cmd, v: 1 }));
  });

  test('by a key revoked since is refused', async () => {
    const leaver = await network.admit(root, ['administrator'], 'ManufacturerMSP');
    const key = `key~${leaver.kid}`;
    const revoke = enterpriseActs.revokeKey as Act;
    const payload = { enterprise: 'maker', kid: leaver.kid, compromisedSince: null };
    const record = await network.state.hashOf(key);
    await network.submit(
      network.envelope({ act: revoke, actors: [root], payload, seenHash: record }),
      'ManufacturerMSP',
    );
    expect(await send(make({ actors: [leaver], payload: site(GLNS[4]) }))).toBe('KEY_REVOKED');
  });
});
