/** Which records a caller may see: a rule for every type of key, and no type without one. */
import { splitKey, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { Caller } from './caller.js';

type Value = Readonly<Record<string, unknown>>;
type Rule = (caller: Caller, parts: readonly string[], value: Value) => boolean;

const everyone: Rule = ({ enterprise }) => enterprise !== '';
const nobody: Rule = () => false;
const ownPart =
  (index: number): Rule =>
  ({ enterprise }, parts) =>
    parts[index] === enterprise;
const namedIn =
  (...fields: readonly string[]): Rule =>
  ({ enterprise }, _, value) =>
    enterprise !== '' && fields.some((field) => value[field] === enterprise);

const RULES: Readonly<Record<KeyType, Rule>> = {
  set: everyone,
  node: everyone,
  ent: everyone,
  role: everyone,
  lic: everyone,
  site: everyone,
  key: everyone,
  appr: ownPart(0),
  batch: namedIn('issuer', 'owner', 'manufacturer', 'mah'),
  doc: namedIn('owner'),
  grant: ownPart(1),
  parcel: namedIn('owner', 'holder'),
  cmd: nobody,
};

/** Columns of a batch that name an enterprise which may see it. */
export const BATCH_PARTIES = ['issuer', 'owner', 'manufacturer', 'mah'] as const;

/** Whether the caller may see a record; default deny. */
export const mayRead = (caller: Caller, key: string, value: Value): boolean => {
  const split = splitKey(key);
  return split !== undefined && RULES[split.type](caller, split.parts, value);
};

/** Whether the caller may know that a key is free: its rule does not depend on a value, or the parts are the caller's. */
export const mayKnowAbsence = (caller: Caller, key: string): boolean => mayRead(caller, key, {});
