/** Whether somebody else's event speaks in the ledger's name: who reads it could not tell it from one that was judged. */
import { namespacesOf } from '@yaosu/chaincode/model/epcis/namespaces';
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { OWN_NAMESPACE, OWN_PREFIX } from './names.js';

const isOwn = (name: string): boolean => name.startsWith(`${OWN_PREFIX}:`) || name.startsWith(OWN_NAMESPACE);

const hasOwnField = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasOwnField);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => isOwn(name) || hasOwnField(inner));
};

/** Whether an event has a field of the ledger's namespace, or under its prefix, at any depth. */
export const usesOwnNames = (event: EventJson, context: unknown): boolean => {
  const namespaces = namespacesOf(event['@context'], namespacesOf(context));
  return hasOwnField(event) || Object.values(namespaces).some(isOwn);
};
