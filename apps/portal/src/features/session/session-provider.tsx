import { useCallback, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { openSession } from '@yaosu/gateway/api/browser/device-session';
import { api } from '../../lib/api.js';
import { givePurpose } from '../../lib/purpose.js';
import { queryClient } from '../../lib/query-client.js';
import { SessionContext, type Session, type SessionActions } from '../../lib/session.js';

const STORED_LOGIN = 'yaosu-login';

/** Keeps who is signed in; a reload signs in again with the same key; a passkey asks its person again. */
export const SessionProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [session, setSession] = useState<Session>();
  const [restoring, setRestoring] = useState(() => sessionStorage.getItem(STORED_LOGIN) !== null);

  const signIn = useCallback(async (login: string): Promise<void> => {
    const opened = await openSession(api, login);
    setSession(opened);
    sessionStorage.setItem(STORED_LOGIN, login);
  }, []);

  const signOut = useCallback((): void => {
    sessionStorage.removeItem(STORED_LOGIN);
    api.setToken(undefined);
    givePurpose('');
    queryClient.clear();
    setSession(undefined);
  }, []);

  useEffect(() => {
    const login = sessionStorage.getItem(STORED_LOGIN);
    if (login === null) return;
    signIn(login)
      .catch(signOut)
      .finally(() => setRestoring(false));
  }, [signIn, signOut]);

  const actions = useMemo<SessionActions>(
    () => ({ session, restoring, signIn, signOut }),
    [session, restoring, signIn, signOut],
  );
  return <SessionContext value={actions}>{children}</SessionContext>;
};
