/** Enrolment of demo actors: the client makes its key, the enterprise's root key in the data folder admits it. */
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { fromBase64url } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { kidOf } from '@yaosu/chaincode/signing/command-bytes';
import { ApiError } from '../api/api-error.js';
import type { CommandDesk, DeskAnswer } from '../commands/command-desk.js';
import { newCommand } from '../commands/new-command.js';
import type { Database } from '../db/open-database.js';
import type { LedgerAccess } from '../ledger/ledger-access.js';
import type { Ports } from '../ports.js';
import { hostOf, recordValue } from '../projection/directory.js';
import { ExpiringMap } from '../shared/expiring-map.js';
import type { KeyStore } from './key-store.js';
import { findLogin, type DemoLogin } from './logins.js';

/** What enrolment works with. */
export interface DemoParts {
  readonly desk: CommandDesk;
  readonly db: Database;
  readonly ports: Ports;
  readonly keys: KeyStore;
  readonly ledgerId: string;
  readonly access: LedgerAccess;
}

const DAY_MS = 86_400_000;
const KEY_DAYS = 365;
const DRAFT_LIFE_MS = 10 * 60_000;
const MAX_DRAFTS = 1000;

const kidOfPublicKey = (publicKey: string): string => {
  try {
    return kidOf(fromBase64url(publicKey));
  } catch {
    throw new ApiError('INPUT_INVALID', { issues: ['publicKey'] });
  }
};

/** Drafts admissions and signs those that it has drafted, nothing else. */
export class Demo {
  readonly #parts: DemoParts;
  readonly #drafts: ExpiringMap<string>;

  constructor(parts: DemoParts) {
    this.#parts = parts;
    this.#drafts = new ExpiringMap(parts.ports.clock, MAX_DRAFTS);
  }

  /** Whether an enterprise's people log in here: at the gateway of the organisation that hosts it. */
  async hosts(enterprise: string): Promise<boolean> {
    const { access, db } = this.#parts;
    const host = await hostOf(db, enterprise);
    return host !== undefined && access.identities[host] !== undefined;
  }

  /** The admission of an actor's key, for the actor to sign. @throws ApiError LOGIN_UNKNOWN, LOGIN_ELSEWHERE, KEY_EXISTS */
  async draft(login: string, publicKey: string): Promise<Command> {
    const actor = findLogin(login);
    if (actor === undefined) throw new ApiError('LOGIN_UNKNOWN');
    const { db, ports, keys, ledgerId } = this.#parts;
    const { enterprise } = actor;
    if (!(await this.hosts(enterprise))) throw new ApiError('LOGIN_ELSEWHERE', { enterprise });
    const key = await this.#proposal(actor, publicKey);
    if ((await recordValue(db, keyOf('key', key.kid))) !== undefined)
      throw new ApiError('KEY_EXISTS', { kid: key.kid });
    const parties = [
      { role: 'administrator', enterprise, kid: (await keys.key(enterprise)).kid },
      { role: 'holder', enterprise, kid: key.kid },
    ];
    const act = enterpriseActs.admitKey;
    const command = newCommand(
      { ledgerId, act, parties, payload: { enterprise, key }, seenHash: null },
      ports,
    );
    this.#drafts.set(command.cmd, canonicalJson(command), DRAFT_LIFE_MS);
    return command;
  }

  /** Adds the administrator's signature to a drafted admission and submits it. @throws ApiError DRAFT_UNKNOWN */
  async confirm(command: Command, signature: string): Promise<DeskAnswer> {
    const [administrator] = command.parties;
    if (administrator === undefined || this.#drafts.get(command.cmd) !== canonicalJson(command)) {
      throw new ApiError('DRAFT_UNKNOWN');
    }
    const root = await this.#parts.keys.key(administrator.enterprise);
    const holder = { alg: 'ES256', form: 'p1363', signature } as const;
    return this.#parts.desk.submit({ command, signatures: [root.sign(command), holder] }, administrator);
  }

  async #proposal({ login, functions }: DemoLogin, publicKey: string): Promise<ProposedKey> {
    const { ports, keys } = this.#parts;
    const now = ports.clock.nowMs();
    const period = { notBefore: instantOf(now - DAY_MS), notAfter: instantOf(now + KEY_DAYS * DAY_MS) };
    return {
      kid: kidOfPublicKey(publicKey),
      publicKey,
      kind: 'device',
      person: await keys.person(login),
      appointments: functions.map((name) => ({ function: name, ...period })),
      ...period,
      webauthn: null,
      onlyFor: null,
    };
  }
}
