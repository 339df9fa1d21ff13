/** Fetches what an address needs before anything is drawn, so that nothing is drawn twice. */
import { pageAt, type PageSource } from './page-source.js';
import { FRAME, HOME, INVITATION, OPEN, PAGES, SIGN_IN } from './pages.js';

const neededAt = (pathname: string, isSignedIn: boolean): readonly PageSource[] => {
  if (pathname === INVITATION.path) return [INVITATION];
  const open = pageAt(pathname, OPEN);
  if (open !== undefined) return [open];
  return isSignedIn ? [FRAME, pageAt(pathname, PAGES) ?? HOME] : [SIGN_IN];
};

/** Fetches the page of an address and its frame side by side; what cannot be fetched is asked for again when it is drawn. */
export const loadPage = async (pathname: string, isSignedIn: boolean): Promise<void> => {
  await Promise.allSettled(neededAt(pathname, isSignedIn).map((each) => each.load()));
};
