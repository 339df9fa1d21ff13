import { openSessionWith } from '@yaosu/gateway/api/browser/device-session';
import { invitationKeyOf } from '@yaosu/identity/keys/invitation-key';
import { api } from '../../lib/api.js';
import type { Session } from '../../lib/session.js';

/** Why a link opens nothing: its key was cut or altered, or it was taken out of the address when the page was first opened. */
export class LinkWrong extends Error {
  constructor(readonly reason: 'altered' | 'gone') {
    super('LINK_WRONG');
  }
}

/** The session of an invitation. @throws LinkWrong, ApiError */
export const openInvitation = async (text: string | undefined): Promise<Session> => {
  if (text === undefined) throw new LinkWrong('gone');
  const key = await invitationKeyOf(text);
  if (key === undefined) throw new LinkWrong('altered');
  const session = await openSessionWith(api, key);
  // A link with a key that is good for more was never made by an invitation.
  if (session.onlyFor === null) throw new LinkWrong('altered');
  return session;
};
