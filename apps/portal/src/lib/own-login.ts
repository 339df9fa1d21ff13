/** Login of a key that somebody made on this device under a name; actors of the demonstration have no such logins. */
export const ownLogin = (name: string): string => `own/${name}`;
