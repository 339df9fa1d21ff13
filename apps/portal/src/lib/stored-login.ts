/** Who is signed in stays so over a reload of the tab. */

const STORED = 'yaosu-login';

/** The login that this tab was left with, undefined when nobody is signed in. */
export const storedLogin = (): string | undefined => sessionStorage.getItem(STORED) ?? undefined;

/** Keeps a login for the next reload. */
export const storeLogin = (login: string): void => sessionStorage.setItem(STORED, login);

/** After this a reload asks who it is. */
export const forgetLogin = (): void => sessionStorage.removeItem(STORED);
