/** People of the tests: a P-256 key each, signing as a device does. */
import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Command, CommandSignature, Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { KeyFunction, KeyKind } from '@yaosu/chaincode/model/enterprise/states';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { newCommand as commandOf } from '@yaosu/chaincode/signing/new-command';
import { kidOf, signedBytes, withCommandId } from '@yaosu/chaincode/signing/command-bytes';

/** Who acts for which enterprise, with which key. */
export interface Actor {
  readonly enterprise: string;
  readonly person: string;
  readonly kid: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** A person with a new key; `person` is given when somebody holds a second key. */
export const newActor = (enterprise: string, person = hex(16)): Actor => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = pair.publicKey.export({ format: 'der', type: 'spki' });
  const privateKey = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { enterprise, person, kid: kidOf(spki), publicKey: spki.toString('base64url'), privateKey };
};

/** Ten years around the tests' time. */
export const ALWAYS = { notBefore: '2020-01-01T00:00:00.000Z', notAfter: '2049-12-31T00:00:00.000Z' };

/** The actor's key as an administrator proposes it. */
export const proposal = (
  actor: Actor,
  functions: readonly KeyFunction[],
  kind: KeyKind = 'device',
): ProposedKey => ({
  kid: actor.kid,
  publicKey: actor.publicKey,
  kind,
  person: actor.person,
  appointments: functions.map((name) => ({ function: name, ...ALWAYS })),
  ...ALWAYS,
  webauthn: null,
  onlyFor: null,
});

/** What a test says of a command; the rest is made. */
export interface CommandDraft {
  readonly act: Act;
  readonly ledgerId: string;
  readonly capturedAt: string;
  readonly actors: readonly Actor[];
  /** Parts that they sign in; the act's parties in order when none are given. */
  readonly roles?: readonly string[];
  readonly payload: Record<string, unknown>;
  readonly seenHash?: string | null;
  readonly change?: (command: Command) => Omit<Command, 'cmd'>;
}

/** A command of these actors, in the order of the act's parties. */
export const newCommand = (draft: CommandDraft): Command => {
  const { act, ledgerId, capturedAt, actors, payload, seenHash = null, change } = draft;
  const { roles = Object.keys(act.parties) } = draft;
  const parties = actors.map((actor, i) => ({
    role: roles[i] ?? 'nobody',
    enterprise: actor.enterprise,
    kid: actor.kid,
  }));
  const command = commandOf({ act, ledgerId, parties, payload, seenHash, nonce: hex(16), capturedAt });
  return change === undefined ? command : withCommandId(change(command));
};

const keys = new Map<string, KeyObject>();

/** Parsing a key takes longer than signing with it. */
const keyOf = (pem: string): KeyObject => {
  const key = keys.get(pem) ?? createPrivateKey(pem);
  keys.set(pem, key);
  return key;
};

/** The actor's signature of bytes. */
export const signedText = (bytes: Uint8Array, actor: Actor): CommandSignature => ({
  alg: 'ES256',
  form: 'p1363',
  signature: sign('sha256', bytes, {
    key: keyOf(actor.privateKey),
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url'),
});

/** The actor's signature of a command. */
export const signed = (command: Command, actor: Actor): CommandSignature =>
  signedText(signedBytes(command), actor);

/** A command signed by all of them. */
export const envelopeOf = (command: Command, actors: readonly Actor[]): Envelope => ({
  command,
  signatures: actors.map((actor) => signed(command, actor)),
});

/** What a contract function takes. */
export const argumentOf = (envelope: Envelope): string => canonicalJson(envelope);
