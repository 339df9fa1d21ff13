import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';

/** Whether roles and functions let a person take a part in an act; the peers decide the rest. */
export const maySign = (
  { roles, functions }: Pick<DeviceSession, 'roles' | 'functions'>,
  act: Act,
  part: string,
): boolean => {
  const rule = act.parties[part];
  if (rule === undefined) return false;
  const { roles: needed, functions: appointed } = rule;
  return (
    (needed === 'any' || roles.some((role) => needed.includes(role))) &&
    (appointed.length === 0 || functions.some((held) => appointed.includes(held)))
  );
};
