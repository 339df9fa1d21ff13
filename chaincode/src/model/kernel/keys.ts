/**
 * Keys of the world state. A key is a type and its parts; on the ledger a composite key, for people and in
 * commands the same parts joined by `~`: `batch~<B>`.
 */

/** Types of keys and the names of their parts: one fact, one key. */
export const KEY_PARTS = {
  set: ['name'],
  node: ['msp'],
  ent: ['enterprise'],
  role: ['enterprise', 'role'],
  lic: ['enterprise', 'number'],
  site: ['enterprise', 'gln'],
  gcp: ['companyPrefix'],
  gcpin: ['companyPrefix'],
  appr: ['buyer', 'entry'],
  key: ['kid'],
  batch: ['batch'],
  hold: ['batch', 'cmd'],
  stop: ['batch', 'investigation'],
  edge: ['direction', 'from', 'to'],
  qa: ['batch', 'cmd'],
  parcel: ['transaction', 'index'],
  alloc: ['enterprise', 'prefix', 'block'],
  com: ['batch', 'cmd'],
  obj: ['code'],
  unit: ['code'],
  alias: ['code'],
  aliasend: ['code', 'cmd'],
  names: ['code'],
  order: ['order'],
  ship: ['shipment'],
  trip: ['trip'],
  page: ['logger', 'sequence'],
  exc: ['shipment', 'episode'],
  inc: ['incident'],
  prof: ['product', 'edition'],
  doc: ['document'],
  grant: ['document', 'enterprise'],
  stream: ['stream'],
  drum: ['code'],
  fill: ['drum', 'cmd'],
  man: ['manifest'],
  plan: ['generator', 'disposer', 'code', 'year'],
  grp: ['group'],
  trig: ['group', 'cmd'],
  inv: ['investigation'],
  rec: ['recall'],
  recb: ['recall', 'batch'],
  ans: ['recall', 'enterprise'],
  task: ['task'],
  /** In collections alone. */
  terms: ['client', 'sealed'],
  case: ['case'],
  disp: ['cmd'],
  att: ['attestation'],
  cmd: ['cmd'],
} as const satisfies Record<string, readonly string[]>;

/** A type of key. */
export type KeyType = keyof typeof KEY_PARTS;

/** A key as it is written in commands: type and parts joined by `~`. */
export const keyOf = (type: KeyType, ...parts: readonly string[]): string => [type, ...parts].join('~');

/** Type and parts of a written key, undefined when it has no such form. */
export const splitKey = (key: string): { type: KeyType; parts: readonly string[] } | undefined => {
  const [type = '', ...parts] = key.split('~');
  if (!isKeyType(type) || parts.length !== KEY_PARTS[type].length || parts.includes('')) return undefined;
  return { type, parts };
};

const isKeyType = (type: string): type is KeyType => Object.hasOwn(KEY_PARTS, type);
