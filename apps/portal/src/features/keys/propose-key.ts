import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { random128 } from '@yaosu/identity/keys/own-command';
import { kindOf, type KeyRequest } from '../../lib/key-request.js';
import type { Session } from '../../lib/session.js';

/** What an administrator decides about a key. */
export interface Admission {
  readonly key: KeyRequest;
  readonly functions: readonly KeyFunction[];
  /** Last calendar day. */
  readonly until: string;
}

/** The admission of a person's key, to be signed by its holder and then by the administrator. */
export const proposeKey = (session: Session, { key, functions, until }: Admission): Command => {
  const { enterprise, ledgerId } = session;
  const now = new Date().toISOString();
  const period = { notBefore: now, notAfter: `${until}T23:59:59.000Z` };
  const proposed: ProposedKey = {
    ...key,
    kind: kindOf(key),
    person: random128(),
    appointments: functions.map((name) => ({ function: name, ...period })),
    ...period,
  };
  return newCommand({
    act: enterpriseActs.admitKey,
    ledgerId,
    parties: [
      { role: 'administrator', enterprise, kid: session.key.kid },
      { role: 'holder', enterprise, kid: key.kid },
    ],
    payload: { enterprise, key: proposed },
    seenHash: null,
    nonce: random128(),
    capturedAt: now,
  });
};
