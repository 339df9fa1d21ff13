/** Logins of keys that somebody made in this browser under a name; actors of the demonstration have no such logins. */
const PREFIX = 'own/';

/** Login of the key of a name. */
export const ownLogin = (name: string): string => PREFIX + name;

/** Whether the login is a name of somebody's own, for which no key is made by itself. */
export const isOwnLogin = (login: string): boolean => login.startsWith(PREFIX);
