/** Invitations as links: the key stands in the fragment, which browsers send to nobody. */

/** Page on which whoever was invited answers, without an account. */
export const INVITATION_PATH = '/invitation';

/** Page on which somebody is invited to answer a record. */
export const invitePath = (record: string): string => `/invite/${record}`;

/** The link of an invitation, with the text of its key. */
export const invitationLink = (text: string): string => `${location.origin}${INVITATION_PATH}#${text}`;

/** The text of the key in the address, which is taken out of it; undefined when there is none, as after a reload. */
export const takeInvitation = (): string | undefined => {
  const text = location.hash.slice(1);
  if (text === '') return undefined;
  history.replaceState(null, '', location.pathname);
  return text;
};
