import { useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { openSession } from '@yaosu/gateway/api/browser/device-session';
import { api } from '../../lib/api.js';
import { givePurpose } from '../../lib/purpose.js';
import { queryClient } from '../../lib/query-client.js';
import { SessionContext, type Session, type SessionActions } from '../../lib/session.js';
import { forgetLogin, storedLogin, storeLogin } from '../../lib/stored-login.js';

interface Props {
  readonly children: ReactNode;
  /** Fetches the page that comes after the sign-in, while a key is made or proven. */
  readonly loadFirst: () => Promise<void>;
}

/** Keeps who is signed in; a reload signs in again with the same key; a passkey asks its person again. */
export const SessionProvider = ({ children, loadFirst }: Props): ReactElement => {
  const [session, setSession] = useState<Session>();
  const [restoring, setRestoring] = useState(() => storedLogin() !== undefined);

  const signIn = useCallback(
    async (login: string): Promise<void> => {
      const [opened] = await Promise.all([openSession(api, login), loadFirst()]);
      setSession(opened);
      storeLogin(login);
    },
    [loadFirst],
  );

  const signOut = useCallback((): void => {
    forgetLogin();
    api.setToken(undefined);
    givePurpose('');
    queryClient.clear();
    setSession(undefined);
  }, []);

  useEffect(() => {
    const login = storedLogin();
    if (login === undefined) return;
    openSession(api, login)
      .then(setSession, signOut)
      .finally(() => setRestoring(false));
  }, [signOut]);

  const actions = useMemo<SessionActions>(
    () => ({ session, restoring, signIn, signOut }),
    [session, restoring, signIn, signOut],
  );
  return <SessionContext value={actions}>{children}</SessionContext>;
};
