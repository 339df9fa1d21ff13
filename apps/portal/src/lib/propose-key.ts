import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { ProposedKey } from '@yaosu/chaincode/model/enterprise/schemas';
import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { random128 } from '@yaosu/identity/keys/own-command';
import { kindOf, type KeyRequest } from './key-request.js';
import type { Session } from './session.js';

/** What an administrator decides about a key. */
export interface Admission {
  readonly key: KeyRequest;
  readonly functions: readonly KeyFunction[];
  /** Until when it is good. */
  readonly notAfter: string;
  /** Key of the one record that it is good for; null for a key without such a limit. */
  readonly onlyFor: string | null;
}

/** The admission of a person's key from now on, to be signed by its holder and then by the administrator. */
export const proposeKey = (session: Session, { key, functions, notAfter, onlyFor }: Admission): Command => {
  const { enterprise, ledgerId } = session;
  const notBefore = new Date().toISOString();
  const period = { notBefore, notAfter };
  const proposed: ProposedKey = {
    ...key,
    kind: kindOf(key),
    person: random128(),
    appointments: functions.map((name) => ({ function: name, ...period })),
    ...period,
    onlyFor,
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
    capturedAt: notBefore,
  });
};
