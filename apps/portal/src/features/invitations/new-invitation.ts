import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';
import type { Command, CommandSignature } from '@yaosu/chaincode/model/kernel/command';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { invitationKeyOf, newInvitationText } from '@yaosu/identity/keys/invitation-key';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { invitationLink } from '../../lib/invitation-link.js';
import { requestOf } from '../../lib/key-request.js';
import { proposeKey } from '../../lib/propose-key.js';
import type { Session } from '../../lib/session.js';

const DAY_MS = 86_400_000;

/** What an administrator decides about an invitation. */
interface Invited {
  /** Key of the record that is to be answered. */
  readonly record: string;
  readonly functions: readonly KeyFunction[];
  readonly days: number;
}

/** An invitation that the administrator has still to sign. */
export interface Invitation {
  readonly link: string;
  readonly notAfter: string;
  readonly command: Command;
  /** The invitation's own, as the holder of the key that is admitted. */
  readonly holder: CommandSignature;
}

/** Makes a key for one record: what admits it, and the link that carries it. */
export const newInvitation = async (session: Session, invited: Invited): Promise<Invitation> => {
  const text = await newInvitationText();
  const key = await invitationKeyOf(text);
  if (key === undefined) throw new Error('the browser does not read the key that it has made');
  const { record: onlyFor, functions, days } = invited;
  const notAfter = instantOf(Date.now() + days * DAY_MS);
  const command = proposeKey(session, { key: requestOf(key), functions, notAfter, onlyFor });
  return { link: invitationLink(text), notAfter, command, holder: await signCommand(key, command) };
};
