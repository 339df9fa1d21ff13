import type { KeySession } from '@yaosu/gateway/api/browser/device-session';
import { createContext, useContext } from 'react';

/** Who is signed in, and the key that signs for them. */
export type Session = KeySession;

/** What pages may do with the session. */
export interface SessionActions {
  readonly session: Session | undefined;
  /** True until the stored session has been looked for. */
  readonly restoring: boolean;
  readonly signIn: (login: string) => Promise<void>;
  readonly signOut: () => void;
}

/** Set by the provider around the routes. */
export const SessionContext = createContext<SessionActions | undefined>(undefined);

/** @throws outside the provider, which is a fault of the page tree. */
export const useSession = (): SessionActions => {
  const actions = useContext(SessionContext);
  if (actions === undefined) throw new Error('no session provider');
  return actions;
};

/** The session of a page that is only shown when signed in. */
export const useSignedIn = (): Session => {
  const { session } = useSession();
  if (session === undefined) throw new Error('not signed in');
  return session;
};
